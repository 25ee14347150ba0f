// What the pages gain when scripts run. Nothing here is needed to do one's work.
const typing = (el) => el.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(el.tagName);
const keysOff = () => localStorage.getItem("phim-tat") === "tat";

// Rows: a table or list marked data-rows can be walked with j and k.
const rows = () => [...document.querySelectorAll("[data-rows] > tbody > tr, ul[data-rows] > li")];
const current = () => rows().find((row) => row.classList.contains("current"));
function step(by) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(current());
  const next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + by))];
  all[at]?.classList.remove("current");
  next.classList.add("current");
  (next.querySelector("a[href]") ?? next).focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

const acts = {
  "/": () => document.getElementById("tim")?.focus(),
  j: () => step(1),
  k: () => step(-1),
  Enter: () => current()?.querySelector("a[href]")?.click(),
  x: () => current()?.querySelector("input[type=checkbox]")?.click(),
  "?": () => document.getElementById("phim-tat")?.showModal(),
};

document.addEventListener("keydown", (e) => {
  if (e.key === "Escape") document.querySelectorAll("details.fold[open], details.who[open]").forEach((d) => (d.open = false));
  if (e.defaultPrevented || e.isComposing || e.ctrlKey || e.altKey || e.metaKey || typing(e.target) || keysOff() || document.querySelector("dialog[open]")) return;
  if (e.key === "Enter" && e.target !== document.body) return;
  const act = acts[e.key] ?? clickOf(e.key);
  if (!act) return;
  e.preventDefault();
  act();
});

// An act of the page may have a key of its own: <button data-key="t">.
function clickOf(key) {
  const el = [...document.querySelectorAll("[data-key]")].find((b) => b.dataset.key === key);
  return el && (() => el.click());
}

// Switch for the keys, in the list of keys.
const off = document.getElementById("phim-tat-bat");
if (off) {
  off.checked = !keysOff();
  off.addEventListener("change", () => localStorage.setItem("phim-tat", off.checked ? "bat" : "tat"));
}

document.addEventListener("click", (e) => {
  const el = e.target.closest("[data-print], [data-open-keys]");
  if (el?.hasAttribute("data-print")) window.print();
  if (el?.hasAttribute("data-open-keys")) document.getElementById("phim-tat")?.showModal();
  document.querySelectorAll("details.who[open]").forEach((d) => d.contains(e.target) || (d.open = false));
});
document.querySelectorAll("[data-needs-script]").forEach((el) => (el.hidden = false));

// The summary of faults gets the focus, so that it is read first.
document.querySelector("[data-faults]")?.focus();

// A form with something typed and not sent asks before it is left.
let unsaved = false;
document.addEventListener("input", (e) => { if (e.target.closest("form[data-keep]")) unsaved = true; });
document.addEventListener("submit", (e) => {
  unsaved = false;
  // A second press within three seconds sends nothing; the server has its own guard.
  const last = Number(e.target.dataset.sent ?? 0);
  if (e.target.method === "post" && e.timeStamp - last < 3000 && last > 0) e.preventDefault();
  else e.target.dataset.sent = e.timeStamp;
});
window.addEventListener("beforeunload", (e) => { if (unsaved) e.preventDefault(); });
