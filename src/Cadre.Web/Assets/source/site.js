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
