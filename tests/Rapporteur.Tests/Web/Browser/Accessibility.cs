namespace Rapporteur.Tests;

/// <summary>What is looked at on every page in a browser: names of controls, labels, order of headings, landmarks, ids, contrast as it is drawn, and that nothing has to be scrolled sideways.</summary>
internal static class Accessibility
{
    /// <summary>Script that gives a list of faults; empty where all is well.</summary>
    public const string Check = """
        () => {
          const faults = [];
          const seen = e => { const s = getComputedStyle(e); const r = e.getBoundingClientRect(); return s.visibility !== "hidden" && s.display !== "none" && r.width > 0 && r.height > 0; };
          const name = e => (e.getAttribute("aria-label") || (e.getAttribute("aria-labelledby") || "").split(" ").map(i => document.getElementById(i)?.textContent || "").join(" ") || e.textContent || e.getAttribute("title") || "").trim();
          if (!document.documentElement.lang) faults.push("no language");
          if (!document.title) faults.push("no title");
          if (document.querySelectorAll("main").length !== 1) faults.push("not one main");
          if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
          for (const nav of document.querySelectorAll("nav, aside, section[aria-labelledby]")) if (!name(nav)) faults.push("landmark without a name");
          let level = 0;
          for (const h of document.querySelectorAll("h1,h2,h3,h4,h5,h6")) { const n = +h.tagName[1]; if (level && n > level + 1) faults.push(`heading jumps to ${h.tagName}: ${h.textContent.trim()}`); if (!h.textContent.trim()) faults.push("empty heading"); level = n; }
          for (const e of document.querySelectorAll("input:not([type=hidden]),select,textarea")) if (!(e.labels && e.labels.length && [...e.labels].some(l => l.textContent.trim())) && !e.getAttribute("aria-label")) faults.push(`field without a label: ${e.name || e.id}`);
          for (const e of document.querySelectorAll("a[href],button,summary")) if (!name(e)) faults.push(`control without a name: ${e.outerHTML.slice(0, 80)}`);
          for (const e of document.querySelectorAll("[tabindex]")) if (e.tabIndex > 0) faults.push("tabindex above 0");
          const ids = new Set(); for (const e of document.querySelectorAll("[id]")) { if (ids.has(e.id)) faults.push(`id twice: ${e.id}`); ids.add(e.id); }
          for (const e of document.querySelectorAll("[aria-labelledby],[aria-describedby]")) for (const a of ["aria-labelledby", "aria-describedby"]) for (const i of (e.getAttribute(a) || "").split(" ").filter(Boolean)) if (!document.getElementById(i)) faults.push(`${a} leads nowhere: ${i}`);
          for (const t of document.querySelectorAll("table")) { if (!t.caption) faults.push("table without a caption"); for (const h of t.querySelectorAll("th")) if (!h.scope) faults.push("th without scope"); }
          for (const a of document.querySelectorAll("a[href]")) { const to = new URL(a.getAttribute("href"), document.baseURI).protocol; if (!["http:", "https:"].includes(to)) faults.push(`link to ${to}`); }
          if (document.documentElement.scrollWidth > innerWidth + 1) faults.push(`wider than the window by ${document.documentElement.scrollWidth - innerWidth}`);
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const rgba = c => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1); const d = canvas.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255]; };
          const light = c => { const f = v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }; return .2126 * f(c[0]) + .7152 * f(c[1]) + .0722 * f(c[2]); };
          const paper = e => { for (let at = e; at; at = at.parentElement) { const c = rgba(getComputedStyle(at).backgroundColor); if (c[3] > .99) return c; } return rgba(getComputedStyle(document.documentElement).colorScheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches ? "#121212" : "#ffffff"); };
          const told = new Set();
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const e = walk.currentNode.parentElement;
            if (!walk.currentNode.textContent.trim() || !seen(e) || e.closest(".unseen,.skip,script,option")) continue;
            const s = getComputedStyle(e), [one, other] = [light(rgba(s.color)), light(paper(e))];
            const ratio = (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
            const large = parseFloat(s.fontSize) >= 24 || (parseFloat(s.fontSize) >= 18.66 && +s.fontWeight >= 700);
            if (ratio < (large ? 3 : 4.5)) told.add(`contrast ${ratio.toFixed(2)} of ${e.tagName}.${e.className}`);
          }
          return [...faults, ...told];
        }
        """;
}
