// Makes the components of the design system work, and draws charts. Without it every page has its tables, sentences and forms.
import {initAll} from "nhsuk-frontend";
import {areaY, axisX, axisY, barX, dot, gridX, gridY, lineY, plot, ruleY, text} from "@observablehq/plot";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("nhsuk-frontend-supported");
initAll();

const colours = ["#005eb8", "#7c2855", "#00703c"];
const dashes = [null, "7 4", "2 4"];
const number = new Intl.NumberFormat("en-GB", {maximumFractionDigits: 1});
const day = (code) => new Date(Date.UTC(+code.slice(0, 4), +code.slice(5), 0));

/** Lines over time with their bands, each named at its end; what came as points, those outside of a band as diamonds. */
function fan({unit, series, came}, width) {
  const points = came?.points.map(([code, value, isOutside]) => ({date: day(code), value, isOutside})) ?? [];
  const lines = series.map(({name, points}, i) => ({
    name, colour: colours[i], dash: dashes[i], points: points.map(([code, value, low, high]) => ({date: day(code), value, low, high})),
  }));
  return plot({
    width, height: width < 500 ? 300 : 380, marginLeft: 64, marginRight: 12, marginTop: 28,
    style: {fontFamily: "inherit", fontSize: "14px", color: "#212b32", overflow: "visible"},
    x: {type: "utc", label: null}, y: {label: unit, nice: true},
    marks: [
      gridY({stroke: "#d8dde0", strokeOpacity: 1}),
      axisY({tickSize: 0, tickFormat: number.format, ticks: 6, label: unit}),
      axisX({ticks: width < 500 ? 4 : 8, tickSize: 4}),
      ...lines.flatMap(({points, colour, dash}) => [
        areaY(points, {x: "date", y1: "low", y2: "high", fill: colour, fillOpacity: 0.16}),
        lineY(points, {x: "date", y: "value", stroke: colour, strokeWidth: 2.5, strokeDasharray: dash}),
      ]),
      dot(points.filter(({isOutside}) => !isOutside), {x: "date", y: "value", r: 4, fill: "#212b32", stroke: "white"}),
      dot(points.filter(({isOutside}) => isOutside), {x: "date", y: "value", r: 6, symbol: "diamond", fill: "#d5281b", stroke: "white"}),
      text(points.slice(-1), {x: "date", y: "value", text: () => came.name, textAnchor: "start", dx: 9, fill: "#212b32", fontWeight: 600, stroke: "white", strokeWidth: 4, paintOrder: "stroke"}),
      ...lines.map(({name, points, colour}) =>
        text([points[points.length - 1]], {x: "date", y: "value", text: () => name, textAnchor: "end", dy: -12, fill: colour, fontWeight: 600, stroke: "white", strokeWidth: 4, paintOrder: "stroke"})),
    ],
  });
}

/** A line with its band, one of several to the same scale. */
function panel({name, points, most}, width) {
  const dated = points.map(([code, value, low, high]) => ({date: day(code), value, low, high}));
  return plot({
    width, height: 170, marginLeft: 48, marginRight: 8, marginTop: 30, marginBottom: 26,
    style: {fontFamily: "inherit", fontSize: "13px", color: "#212b32", overflow: "visible"},
    x: {type: "utc", label: null}, y: {domain: [0, most], nice: true, label: null},
    marks: [
      gridY({stroke: "#d8dde0", strokeOpacity: 1, ticks: 3}),
      axisY({tickSize: 0, tickFormat: number.format, ticks: 3, label: null}),
      axisX({ticks: 3, tickSize: 4}),
      areaY(dated, {x: "date", y1: "low", y2: "high", fill: colours[0], fillOpacity: 0.16}),
      lineY(dated, {x: "date", y: "value", stroke: colours[0], strokeWidth: 2.5}),
      text([name], {frameAnchor: "top-left", dy: -22, dx: -44, text: (words) => words, fontWeight: 600, fontSize: 14}),
    ],
  });
}

/** Bars, each under its name with the ends of its range. */
function bars({unit, bars: all}, width) {
  return plot({
    width, height: 46 + all.length * 46, marginLeft: 4, marginRight: 56, marginTop: 20, marginBottom: 26,
    style: {fontFamily: "inherit", fontSize: "14px", color: "#212b32", overflow: "visible"},
    x: {label: unit, nice: true, domain: [0, Math.max(1, ...all.map(({value, high}) => Math.max(value, high)))]}, y: {axis: null, domain: all.map((bar) => bar.name), padding: 0},
    marks: [
      gridX({stroke: "#d8dde0", strokeOpacity: 1, ticks: width < 500 ? 3 : 6}),
      axisX({anchor: "bottom", tickSize: 0, tickFormat: number.format, ticks: width < 500 ? 3 : 6, label: unit}),
      barX(all, {x: "value", y: "name", fill: colours[0], fillOpacity: 0.75, insetTop: 22, insetBottom: 6}),
      ruleY(all, {x1: "low", x2: "high", y: "name", dy: 8, stroke: "#212b32", strokeWidth: 2}),
      text(all, {x: 0, y: "name", dy: -12, dx: 2, text: "name", textAnchor: "start", stroke: "white", strokeWidth: 4, paintOrder: "stroke", fill: "#212b32"}),
      text(all, {x: (bar) => Math.max(bar.value, bar.high), y: "name", dy: 8, dx: 6, text: "text", textAnchor: "start", fontWeight: 600}),
    ],
  });
}

/** A picture with one name: what the policy of the page does not allow goes, and its parts have no names of their own. */
function named(svg, label) {
  svg.querySelectorAll("style").forEach((style) => style.remove());
  for (const part of svg.querySelectorAll("*")) for (const {name} of [...part.attributes]) if (name.startsWith("aria-")) part.removeAttribute(name);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  return svg;
}

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

for (const [kind, chart] of [["fan", fan], ["bars", bars]]) {
  for (const figure of document.querySelectorAll(`[data-${kind}]`)) {
    keepDrawn(figure, (width) => {
      const svg = named(chart(JSON.parse(figure.dataset[kind]), Math.max(260, width)), figure.dataset.label);
      figure.querySelector("svg")?.remove();
      figure.prepend(svg);
    });
  }
}

for (const figure of document.querySelectorAll("[data-panels]")) {
  const {panels} = JSON.parse(figure.dataset.panels);
  const most = Math.max(1, ...panels.flatMap(({points}) => points.flatMap(([, value, , high]) => [value, high])));
  keepDrawn(figure, (width) => {
    const columns = Math.max(1, Math.min(3, Math.floor(width / 260)));
    const each = Math.floor((width - (columns - 1) * 16) / columns);
    figure.querySelector(".cadre-panels").replaceChildren(...panels.map(({name, points}) => {
      const [, value] = points[points.length - 1] ?? [null, 0];
      return named(panel({name, points, most}, each), `${name}: ${number.format(value)} at the end`);
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
