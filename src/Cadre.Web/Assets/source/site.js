// Makes the components of the design system work, and draws charts. Without it every page has its tables, sentences and forms.
import {initAll} from "nhsuk-frontend";
import {areaY, axisX, axisY, gridY, lineY, plot, text} from "@observablehq/plot";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("nhsuk-frontend-supported");
initAll();

const colours = ["#005eb8", "#7c2855", "#00703c"];
const dashes = [null, "7 4", "2 4"];
const number = new Intl.NumberFormat("en-GB", {maximumFractionDigits: 1});
const day = (code) => new Date(Date.UTC(+code.slice(0, 4), +code.slice(5), 0));

/** Lines over time with their bands, each named at its end. */
function fan({unit, series}, width) {
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
      ...lines.map(({name, points, colour}) =>
        text([points[points.length - 1]], {x: "date", y: "value", text: () => name, textAnchor: "end", dy: -12, fill: colour, fontWeight: 600, stroke: "white", strokeWidth: 4, paintOrder: "stroke"})),
    ],
  });
}

for (const figure of document.querySelectorAll("[data-fan]")) {
  const draw = () => {
    const svg = fan(JSON.parse(figure.dataset.fan), Math.max(280, figure.clientWidth));
    // The policy of the page allows the sheet of the site alone.
    svg.querySelectorAll("style").forEach((style) => style.remove());
    // An image has one name: its parts have none.
    for (const part of svg.querySelectorAll("*")) for (const {name} of [...part.attributes]) if (name.startsWith("aria-")) part.removeAttribute(name);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", figure.dataset.label);
    figure.querySelector("svg")?.remove();
    figure.prepend(svg);
  };
  draw();
  let width = figure.clientWidth;
  new ResizeObserver(() => {
    if (figure.clientWidth === width) return;
    width = figure.clientWidth;
    draw();
  }).observe(figure);
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
