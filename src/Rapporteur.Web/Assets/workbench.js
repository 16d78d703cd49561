// The one script of the workbench. Every page works without it: it adds keys to the review, dropping of files to the inbox, and a look at how far reading has come.
"use strict";
(() => {
  const typing = target => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== "checkbox");

  function review() {
    const box = document.querySelector("[data-claims]");
    if (!box) return;
    const cards = () => [...box.querySelectorAll("li.claim")];
    const hint = box.querySelector("[data-keys]");
    const on = box.querySelector("[data-keys-on]");
    hint.hidden = false;
    let wanted = true;
    try { wanted = localStorage.getItem("keys") !== "off"; } catch { /* nothing is kept */ }
    on.checked = wanted;
    on.addEventListener("change", () => { try { localStorage.setItem("keys", on.checked ? "on" : "off"); } catch { /* nothing is kept */ } });

    const current = () => document.activeElement?.closest?.("li.claim") ?? box.querySelector("li.claim.now");
    function go(card) {
      if (!card) return;
      cards().forEach(c => c.classList.toggle("now", c === card));
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "nearest" });
      const mark = document.querySelector(`a.note[href="#${CSS.escape(card.id).replace(/\\/g, "")}"]`);
      document.querySelectorAll(".text .here").forEach(m => m.classList.remove("here"));
      const sentence = mark?.closest(".sentence");
      sentence?.classList.add("here");
      if (matchMedia("(min-width: 60rem)").matches) sentence?.scrollIntoView({ block: "nearest" });
    }
    const step = by => { const all = cards(); const at = all.indexOf(current()); go(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]); };
    const press = (scope, key) => { const found = scope?.querySelector(`[data-key="${key}"]`); if (found) found.click(); return !!found; };

    document.addEventListener("keydown", event => {
      if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      const key = event.key;
      if (key === "j") step(1);
      else if (key === "k") step(-1);
      else if ("arcu".includes(key) && key.length === 1) { if (!press(current() ?? cards()[0], key)) return; }
      else if (key === "n" || key === "[" || key === "]") { if (!press(document, key)) return; }
      else return;
      event.preventDefault();
    });
    document.addEventListener("focusin", event => { const card = event.target.closest?.("li.claim"); if (card) cards().forEach(c => c.classList.toggle("now", c === card)); });
    const target = location.hash.startsWith("#c-") ? document.getElementById(location.hash.slice(1)) : null;
    if (target) go(target);

    const add = document.querySelector("[data-with-selection]");
    add?.addEventListener("click", event => {
      const chosen = getSelection();
      const words = chosen && !chosen.isCollapsed && document.querySelector("[data-selectable]")?.contains(chosen.anchorNode) ? chosen.toString().trim() : "";
      if (!words || words.length > 400) return;
      event.preventDefault();
      location.href = `${add.getAttribute("href")}?words=${encodeURIComponent(words)}`;
    });
  }

  function inbox() {
    const form = document.querySelector("[data-drop]");
    if (form) {
      const files = form.querySelector("input[type=file]");
      form.addEventListener("dragover", event => { event.preventDefault(); form.classList.add("over"); });
      form.addEventListener("dragleave", () => form.classList.remove("over"));
      form.addEventListener("drop", event => { event.preventDefault(); form.classList.remove("over"); if (event.dataTransfer.files.length) files.files = event.dataTransfer.files; });
    }
    const busy = document.querySelector("[data-busy]");
    if (!busy || busy.dataset.busy === "0") return;
    let last = "";
    const look = async () => {
      try {
        const answer = await fetch("/inbox.json");
        if (!answer.ok) return;
        const now = await answer.json();
        const state = now.jobs.map(j => j.job.state).join();
        if (last && state !== last) { location.replace("/inbox#jobs"); location.reload(); return; }
        last = state;
        if (now.busy) setTimeout(look, 1500); else location.reload();
      } catch { /* the next look of the person shows it */ }
    };
    setTimeout(look, 800);
  }

  review();
  inbox();
})();
