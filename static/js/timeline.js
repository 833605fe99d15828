// The timeline and the lists, made quicker: filters apply at once, the overview can be brushed and walked with arrow keys.
// Nothing here is needed: every address it shows is one that the form and the links of the page lead to.

const byId = (id) => document.getElementById(id);
const blocks = () => [...document.querySelectorAll("[data-live]")];
const overview = byId("overview");
const status = document.createElement("p");
status.className = "off-screen";
status.setAttribute("role", "status");
document.querySelector("main").append(status);

// --- Showing another address without leaving the page ------------------------------------------------------------

let shown = location.pathname + location.search;
let running = null;
let swapping = false; // a field that is replaced while it is typed in says that it changed

async function show(url, { push = true, then = null } = {}) {
  running?.abort();
  const mine = (running = new AbortController());
  byId("records").setAttribute("aria-busy", "true");
  try {
    const response = await fetch(url, { signal: mine.signal });
    if (!response.ok) throw new Error(response.status);
    const text = await response.text();
    if (mine.signal.aborted) return;
    const page = new DOMParser().parseFromString(text, "text/html");
    if (!blocks().every((block) => page.getElementById(block.id))) throw new Error("another page");
    if (push) history.pushState(null, "", url);
    shown = location.pathname + location.search;
    swap(page, push);
    then?.();
  } catch (error) {
    if (error.name === "AbortError") return;
    if (push) location.assign(url);
    else location.reload();
  }
}

function swap(page, typed) {
  const focus = remembered(document.activeElement, typed);
  swapping = true;
  for (const block of blocks()) block.replaceChildren(...page.getElementById(block.id).childNodes);
  swapping = false;
  byId("records").removeAttribute("aria-busy");
  document.title = page.title;
  keepInStep(page);
  prepare();
  focus?.();
  status.textContent = document.querySelector(".count").textContent;
}

// The links to this page in other languages, in the head and in the header, go on meaning this very page.
function keepInStep(page) {
  for (const selector of ["link[rel=canonical]", "link[rel=alternate]", "a[hreflang]"]) {
    const fresh = page.querySelectorAll(selector);
    document.querySelectorAll(selector).forEach((old, index) => {
      if (fresh[index]) old.setAttribute("href", fresh[index].getAttribute("href"));
    });
  }
}

// Whatever had the focus has it again, though it was replaced; what is being typed stays typed.
function remembered(element, typed) {
  const block = element?.closest("[data-live]");
  if (!block || element === block) return null;
  const { name, value, type } = element;
  if (name && type !== "checkbox") {
    const at = element.selectionStart;
    return () => {
      const again = block.querySelector(`[name="${name}"]`);
      if (!again) return;
      again.focus({ preventScroll: true });
      if (type === "text" && typed) {
        again.value = value;
        again.setSelectionRange(at, at);
      }
    };
  }
  const selector = name
    ? `[name="${name}"][value="${CSS.escape(value)}"]`
    : `a[href="${CSS.escape(element.getAttribute("href") ?? "")}"]`;
  return () => {
    const again = block.querySelector(selector) ?? block.querySelector(element.matches(".mark") ? ".mark" : "a") ?? byId("records");
    if (again.classList.contains("mark")) rove(again);
    again.focus({ preventScroll: true });
  };
}

function apply(form) {
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  const url = form.getAttribute("action") + (asked.size ? `?${asked}` : "");
  if (url !== shown) show(url);
}

document.addEventListener("change", (event) => {
  if (!swapping && event.target.form?.id === "filters") apply(event.target.form);
});

document.addEventListener("submit", (event) => {
  if (event.target.id !== "filters") return;
  event.preventDefault();
  apply(event.target);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-live] a[href]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.getAttribute("href"), location.href);
  if (url.origin !== location.origin || url.pathname !== location.pathname || url.hash) return;
  event.preventDefault();
  show(url.pathname + url.search, { then: link.closest(".pages") && toRecords });
});

function toRecords() {
  byId("records").focus({ preventScroll: true });
  byId("records").scrollIntoView();
}

addEventListener("popstate", () => {
  if (location.pathname + location.search !== shown) show(location.href, { push: false });
});

// --- The overview: a brush for pointers ---------------------------------------------------------------------------

const SVG = "http://www.w3.org/2000/svg";
let brush = null;

function yearAt(svg, x) {
  const box = svg.getBoundingClientRect();
  const { first, last } = svg.closest(".glance").dataset;
  const share = ((x - box.left) / box.width - 0.015) / 0.97;
  return Math.min(Math.max(+first + Math.floor(share * (last - first + 1)), +first), +last);
}

function drawn(svg) {
  const group = document.createElementNS(SVG, "g");
  group.append(document.createElementNS(SVG, "rect"), document.createElementNS(SVG, "text"));
  group.setAttribute("class", "brush");
  group.lastChild.setAttribute("y", 42);
  svg.append(group);
  return group;
}

function move(event) {
  if (event.pointerId !== brush.pointer) return;
  if (Math.abs(event.clientX - brush.from) < 8 && !brush.group) return;
  brush.group ??= drawn(brush.svg);
  brush.svg.classList.add("brushing");
  const box = brush.svg.getBoundingClientRect();
  const [low, high] = [brush.from, event.clientX].sort((a, b) => a - b).map((x) => Math.min(Math.max(x, box.left), box.right));
  brush.years = [yearAt(brush.svg, low), yearAt(brush.svg, high)];
  const [rect, text] = brush.group.children;
  for (const [name, value] of Object.entries({ x: low - box.left, y: 24, width: high - low, height: box.height - 40 })) {
    rect.setAttribute(name, value);
  }
  text.textContent = [...new Set(brush.years)].join(document.documentElement.lang === "tr" ? "-" : "–");
  const right = high - box.left > box.width / 2;
  text.setAttribute("x", right ? high - box.left - 4 : low - box.left + 4);
  text.setAttribute("text-anchor", right ? "end" : "start");
}

function leave(event) {
  if (event && event.pointerId !== brush.pointer) return;
  removeEventListener("pointermove", move);
  removeEventListener("pointerup", drop);
  removeEventListener("pointercancel", leave);
  brush.svg.classList.remove("brushing");
  brush.group?.remove();
  brush = null;
}

function drop(event) {
  if (event.pointerId !== brush.pointer) return;
  const { years } = brush;
  leave();
  if (!years) return;
  // The click that ends a drag opens nothing.
  const swallow = (event) => event.preventDefault();
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }));
  const form = byId("filters");
  [form.elements.from.value, form.elements.to.value] = years;
  apply(form);
}

overview?.addEventListener("pointerdown", (event) => {
  const svg = event.target.closest(".overview-drawing");
  if (!svg || event.button || !event.isPrimary || brush) return;
  brush = { svg, from: event.clientX, pointer: event.pointerId };
  addEventListener("pointermove", move);
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", leave);
});
overview?.addEventListener("dragstart", (event) => event.preventDefault());

// --- The overview: arrow keys, and the name of what is pointed at --------------------------------------------------

const marks = (lane) => [...lane.querySelectorAll(".mark")].map((mark) => [middle(mark), mark]).sort((a, b) => a[0] - b[0]).map(([, mark]) => mark);

function middle(mark) {
  const box = mark.getBoundingClientRect();
  return box.left + box.width / 2;
}

function rove(mark) {
  overview.querySelectorAll('.mark[tabindex="0"]').forEach((old) => old.setAttribute("tabindex", -1));
  mark?.setAttribute("tabindex", 0);
}

function target(mark, key) {
  const lane = mark.closest(".lane");
  const own = marks(lane);
  const place = own.indexOf(mark);
  if (key === "ArrowLeft") return own[place - 1];
  if (key === "ArrowRight") return own[place + 1];
  if (key === "Home") return own[0];
  if (key === "End") return own.at(-1);
  const lanes = [...overview.querySelectorAll(".lane")];
  const other = lanes[lanes.indexOf(lane) + { ArrowUp: -1, ArrowDown: 1 }[key]];
  if (!other) return null;
  const x = middle(mark);
  return marks(other).reduce((best, each) => (Math.abs(middle(each) - x) < Math.abs(middle(best) - x) ? each : best));
}

overview?.addEventListener("keydown", (event) => {
  const mark = event.target.closest(".mark");
  const handled = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key);
  if (!mark || !handled || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const next = target(mark, event.key);
  if (!next) return;
  rove(next);
  next.focus();
});

function tell(event) {
  const mark = event.target.closest?.(".mark");
  const told = overview.querySelector(".told");
  if (mark && told) told.textContent = mark.querySelector("title").textContent;
}
overview?.addEventListener("focusin", tell);
overview?.addEventListener("pointerover", tell);

// What the script offers is shown where it runs.
function prepare() {
  const drawing = overview?.querySelector(".drawing");
  if (!drawing) return;
  overview.querySelector(".hint").hidden = false;
  const told = document.createElement("p");
  told.className = "told";
  told.setAttribute("aria-hidden", "true");
  drawing.after(told);
  rove(overview.querySelector(".mark"));
}
prepare();
