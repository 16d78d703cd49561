namespace Rapporteur.Tests;

/// <summary>How a page looks in a browser: nothing has to be scrolled sideways, what is written stands out from its paper, and in pictures no words lie over others or beyond the edge.</summary>
internal static class Looks
{
    /// <summary>Script that gives a list of faults; empty where all is well.</summary>
    public const string Check = """
        () => {
          const faults = [];
          if (document.documentElement.scrollWidth > innerWidth + 1) faults.push(`wider than the window by ${document.documentElement.scrollWidth - innerWidth}`);
          const seen = e => { const s = getComputedStyle(e); const r = e.getBoundingClientRect(); return s.visibility !== "hidden" && s.display !== "none" && r.width > 0 && r.height > 0; };
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const rgba = c => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1); const d = canvas.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255]; };
          const light = c => { const f = v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }; return .2126 * f(c[0]) + .7152 * f(c[1]) + .0722 * f(c[2]); };
          const paper = e => { for (let at = e; at; at = at.parentElement) { const c = rgba(getComputedStyle(at).backgroundColor); if (c[3] > .99) return c; } return rgba(getComputedStyle(document.documentElement).colorScheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches ? "#121212" : "#ffffff"); };
          const told = new Set();
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const e = walk.currentNode.parentElement;
            if (!walk.currentNode.textContent.trim() || !seen(e) || e.closest(".unseen,.skip,script,option,svg") || e.getBoundingClientRect().right < 0) continue;
            if (/\p{L}{4}/u.test(walk.currentNode.textContent) && e.getClientRects().length === 1 && e.getBoundingClientRect().width < 1.5 * parseFloat(getComputedStyle(e).fontSize) && e.getBoundingClientRect().height > 3 * parseFloat(getComputedStyle(e).fontSize)) faults.push(`letter below letter: ${e.tagName} ${walk.currentNode.textContent.trim().slice(0, 40)}`);
            const s = getComputedStyle(e), [one, other] = [light(rgba(s.color)), light(paper(e))];
            const ratio = (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
            const large = parseFloat(s.fontSize) >= 24 || (parseFloat(s.fontSize) >= 18.66 && +s.fontWeight >= 700);
            if (ratio < (large ? 3 : 4.5)) told.add(`contrast ${ratio.toFixed(2)} of ${e.tagName}.${e.className}`);
          }
          for (const svg of document.querySelectorAll("svg")) {
            const edge = svg.getBoundingClientRect();
            const words = [...svg.querySelectorAll("text")].filter(t => t.textContent.trim() && seen(t)).map(t => ({ t, box: t.getBoundingClientRect(), said: t.textContent.trim().slice(0, 40) }));
            for (const { t, box, said } of words) {
              if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1) faults.push(`words beyond the edge of a picture: ${said}`);
              const [one, other] = [light(rgba(getComputedStyle(t).fill)), light(paper(svg))];
              if ((Math.max(one, other) + .05) / (Math.min(one, other) + .05) < 4.5) told.add(`contrast of words in a picture: ${said}`);
            }
            for (let i = 0; i < words.length; i++) for (let j = i + 1; j < words.length; j++) {
              const [a, b] = [words[i].box, words[j].box];
              if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3) faults.push(`words over words in a picture: ${words[i].said} / ${words[j].said}`);
            }
          }
          return [...faults, ...told];
        }
        """;
}
