// The box, made quicker: results while typing, arrow keys to choose among them, “/” to reach it from anywhere.
// Without this script the form works as a form does.

const form = document.querySelector("form[role=search][data-suggestions]");
if (form) enhance(form, form.querySelector("input"), form.querySelector(".suggestions"));

function enhance(form, box, list) {
  list.id = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.getAttribute("aria-label"));
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id],
    ["aria-autocomplete", "list"], ["aria-keyshortcuts", "/"]]) box.setAttribute(name, value);

  const seen = new Map();
  let running = null, timer = 0, at = -1;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const open = () => !list.hidden;

  function show(html) {
    list.innerHTML = html;
    at = -1;
    list.hidden = options().length === 0;
    box.setAttribute("aria-expanded", String(open()));
    box.removeAttribute("aria-activedescendant");
    options().forEach((option) => { option.tabIndex = -1; option.setAttribute("aria-selected", "false"); });
  }

  function choose(to) {
    const all = options();
    if (!all.length) return;
    at = to < -1 ? all.length - 1 : to >= all.length ? -1 : to;
    all.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    if (at < 0) return box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-activedescendant", all[at].id);
    all[at].scrollIntoView({ block: "nearest" });
  }

  async function ask() {
    const text = box.value.trim();
    running?.abort();
    if (text.length < 2) return show("");
    if (seen.has(text)) return show(seen.get(text));
    running = new AbortController();
    try {
      const address = `${form.dataset.suggestions}?q=${encodeURIComponent(text)}`;
      const response = await fetch(address, { signal: running.signal });
      if (!response.ok) return show("");
      const html = await response.text();
      seen.set(text, html);
      if (box.value.trim() === text && form.contains(document.activeElement)) show(html);
    } catch (error) {
      if (error.name !== "AbortError") show("");
    }
  }

  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 140); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!open()) return void ask();
      event.preventDefault();
      choose(at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Escape" && open()) {
      event.preventDefault();
      show("");
    } else if (event.key === "Enter" && open() && at >= 0) {
      event.preventDefault();
      location.assign(options()[at].href);
    }
  });
  form.addEventListener("submit", (event) => { if (!box.value.trim()) { event.preventDefault(); box.focus(); } });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) show(""); });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
