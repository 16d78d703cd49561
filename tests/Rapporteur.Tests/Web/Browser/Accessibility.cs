namespace Rapporteur.Tests;

/// <summary>What is looked at on every page in a browser: names of controls, labels, order of headings, landmarks, ids; and how it looks.</summary>
internal static class Accessibility
{
    /// <summary>Script that gives a list of faults of what is said of a page; empty where all is well.</summary>
    public const string Check = """
        () => {
          const faults = [];
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
          return faults;
        }
        """;
}
