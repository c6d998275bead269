// Draws the charts of a report, and sorts and filters its register of assumptions. Without it the page has every table and sentence.
import {axisX, axisY, barY, gridY, plot, ruleX, ruleY, text, tickY} from "@observablehq/plot";
import {bars, fan, font, halo, look, named, number, ranges} from "./charts.js";

Object.assign(look, {series: ["#a34a00", "#1d5b9e", "#00705a", "#6b3fa0"], accent: "#1d5b9e", warm: "#a34a00", weak: "#a9b6c3", ink: "#1c2733", faint: "#dbe1e7", size: 13});

/** Parts on top of each other by year, the range of the whole, and the envelope. */
function money({unit, parts, years}, width) {
  const items = [...new Set(parts.map((part) => part.item))];
  const all = years.map(({year}) => year);
  const last = all[all.length - 1];
  const every = Math.ceil((all.length * (width < 500 ? 44 : 56)) / (width - 124)); // years with a label: as many as have room
  let base = 0;
  const labels = parts.filter((part) => part.year === last).map((part) => ({...part, middle: (base += part.value) - part.value / 2}));
  const gap = Math.max(...years.map((year) => Math.max(year.high, year.envelope ?? 0))) * 0.055;
  labels.forEach((label, i) => i > 0 && (label.middle = Math.max(label.middle, labels[i - 1].middle + gap)));
  return plot({
    width, height: 360, marginLeft: 48, marginRight: 76, marginTop: 28, marginBottom: 34, style: font(),
    x: {type: "band", label: null, padding: 0.25}, y: {label: unit, nice: true}, color: {domain: items, range: [look.accent, look.warm, "#00705a", "#6b3fa0"]},
    marks: [
      gridY({stroke: look.faint, strokeOpacity: 1}),
      axisY({tickSize: 0, tickFormat: number.format, label: unit}),
      axisX({tickSize: 0, ticks: all.filter((_, i) => (all.length - 1 - i) % every === 0), tickFormat: (year) => (width < 500 ? year.slice(2) : year)}),
      barY(parts, {x: "year", y: "value", fill: "item", fillOpacity: 0.85, stroke: "white", order: items}),
      ruleX(years, {x: "year", y1: "low", y2: "high", stroke: look.ink, strokeWidth: 2}),
      tickY(years.filter((year) => year.envelope !== null), {x: "year", y: "envelope", stroke: look.ink, strokeWidth: 4}),
      text(labels, {x: "year", y: "middle", text: "item", fill: "item", textAnchor: "start", dx: Math.max(18, (width - 124) / years.length / 2.4), fontWeight: 600, ...halo}),
      ruleY([0], {stroke: look.ink}),
    ],
  });
}

const kinds = {fan, ranges, bars, money};
const charts = JSON.parse(document.getElementById("charts").textContent);
for (const {rows} of Object.values(charts)) rows?.forEach((row, place) => (row.place = place)); // two rows may have one name

/** Draws every chart to the width of its place. */
function draw() {
  for (const place of document.querySelectorAll("[data-chart]")) {
    const chart = charts[place.dataset.chart];
    const width = Math.floor(place.clientWidth);
    if (!width || width === +place.dataset.width) continue;
    const svg = named(kinds[chart.kind](chart, width), chart.label);
    place.replaceChildren(svg);
    place.dataset.width = width;
  }
}

/** Cells as they sort: by number where they begin with one. */
function key(cell) {
  const words = cell.textContent.trim();
  const found = /^[-+£]*[\d,.]+/.exec(words);
  return found ? parseFloat(found[0].replace(/[^\d.-]/g, "")) : words.toLowerCase();
}

/** Lets the reader sort the register by a column and filter it by words. */
function makeRegister(table) {
  const rows = [...table.tBodies[0].rows];
  const filter = document.getElementById("register-filter");
  const count = document.getElementById("register-count");
  filter.parentElement.hidden = false;
  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/);
    for (const row of rows) row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
    count.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} shown`;
  });
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction === 1 ? "ascending" : "descending");
      const compare = (a, b) => (typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === "number" ? -1 : 1);
      table.tBodies[0].append(...rows.sort((a, b) => direction * compare(key(a.cells[column]), key(b.cells[column]))));
    });
  });
}

draw();
const register = document.getElementById("register-table");
if (register) makeRegister(register);
new ResizeObserver(draw).observe(document.body);

let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const details of closed) details.open = true;
  draw();
});
addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
  draw();
});
