// Makes the components of the design system work, and draws charts. Without it every page has its tables, sentences and forms.
import {initAll} from "nhsuk-frontend";
import {bars, fan, named, number, panel, strip} from "./charts.js";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("nhsuk-frontend-supported");
initAll();

/** Draws now, and again whenever the width changes. */
function keepDrawn(figure, draw) {
  let width = figure.clientWidth;
  draw(width);
  new ResizeObserver(() => {
    if (figure.clientWidth === width) return;
    width = figure.clientWidth;
    draw(width);
  }).observe(figure);
}

// Forms that are checked while somebody types: the server says what is wrong, as it does when the form is saved.
for (const form of document.querySelectorAll("form[data-check]")) {
  let wait;
  const check = async () => {
    const answer = await fetch(form.dataset.check, {method: "POST", body: new FormData(form)});
    if (!answer.ok) return;
    const problems = new Map((await answer.json()).map(({field, text}) => [field, text]));
    for (const field of form.querySelectorAll("input:not([type=hidden]):not([type=checkbox]), select, textarea")) show(field, field.dataset.typed ? problems.get(field.name) : undefined);
  };
  form.addEventListener("input", ({target}) => {
    target.dataset.typed = "yes";
    clearTimeout(wait);
    wait = setTimeout(check, 400);
  });
}

/** Puts a sentence above a field, or takes it away. */
function show(field, text) {
  let message = document.getElementById(`${field.id}-error`);
  if (!message && !text) return;
  if (!message) {
    message = document.createElement("span");
    message.id = `${field.id}-error`;
    message.className = "nhsuk-error-message";
    field.before(message);
    field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), message.id].filter(Boolean).join(" "));
  }
  message.setAttribute("role", "status");
  message.hidden = !text;
  message.textContent = text ?? "";
  for (const kind of ["input", "select", "textarea"]) if (field.classList.contains(`nhsuk-${kind}`)) field.classList.toggle(`nhsuk-${kind}--error`, Boolean(text));
}

for (const [kind, chart] of [["fan", fan], ["bars", bars], ["strip", strip]]) {
  for (const figure of document.querySelectorAll(`[data-${kind}]`)) {
    keepDrawn(figure, (width) => {
      const data = JSON.parse(figure.dataset[kind]);
      data.rows?.forEach((row, place) => (row.place = place)); // two rows may have one name
      const svg = named(chart(data, Math.max(240, width)), figure.dataset.label);
      figure.querySelector("svg")?.remove();
      figure.prepend(svg);
    });
  }
}

for (const figure of document.querySelectorAll("[data-panels]")) {
  const {panels} = JSON.parse(figure.dataset.panels);
  const ends = panels.flatMap(({points}) => points.flatMap(([, value, low, high]) => [value, low, high]));
  const [least, most] = [Math.min(0, ...ends), Math.max(1, ...ends)];
  keepDrawn(figure, (width) => {
    const columns = Math.max(1, Math.min(3, Math.floor(width / 260)));
    const each = Math.floor((width - (columns - 1) * 16) / columns);
    figure.querySelector(".cadre-panels").replaceChildren(...panels.map(({name, points}) => {
      const [, value] = points[points.length - 1] ?? [null, 0];
      return named(panel({name, points, least, most}, each), `${name}: ${number.format(value)} at the end`);
    }));
  });
}

// A run that is under way: the server tells how far it has come, and the page is loaded again when it has ended.
for (const box of document.querySelectorAll("[data-events]")) {
  const events = new EventSource(box.dataset.events);
  const bar = box.querySelector("progress");
  const label = box.querySelector("label");
  const lost = box.querySelector("[data-lost]");
  events.addEventListener("open", () => { lost.hidden = true; });
  events.addEventListener("progress", ({data}) => {
    const told = JSON.parse(data);
    bar.max = told.futures;
    bar.value = told.done;
    label.textContent = told.words;
  });
  events.addEventListener("ended", () => {
    events.close();
    location.reload();
  });
  events.addEventListener("error", () => {
    lost.hidden = false;
    // A browser connects again by itself unless it was answered with something else, which the page then shows.
    if (events.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5000);
  });
  // A page that is left does not listen, and one that is come back to begins again.
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", ({persisted}) => { if (persisted) location.reload(); });
}

// What is too large is not sent: the page that the server would answer with says so.
for (const form of document.querySelectorAll("form[data-most-bytes]")) {
  form.addEventListener("submit", (event) => {
    if ([...form.querySelectorAll("input[type=file]")].every(({files}) => [...files].every(({size}) => size <= +form.dataset.mostBytes))) return;
    event.preventDefault();
    location.assign("/problem/413");
  });
}
