// Draws the charts of a report, and sorts and filters its register of assumptions. Without it the page has every table and sentence.
import {areaY, axisX, axisY, barX, barY, dot, gridX, gridY, lineY, plot, ruleX, ruleY, text, tickY} from "@observablehq/plot";

const colours = ["#a34a00", "#1d5b9e", "#00705a", "#6b3fa0"];
const [warm, accent] = colours;
const ink = "#1c2733";
const faint = "#dbe1e7";
const weak = "#a9b6c3";
const dashes = ["7 4", null, "2 4"];
const number = new Intl.NumberFormat("en-GB", {maximumFractionDigits: 2});
const month = (code) => new Date(Date.UTC(+code.slice(0, 4), +code.slice(5), 0));
const halo = {stroke: "white", strokeWidth: 4, paintOrder: "stroke"};
const font = {fontFamily: "inherit", fontSize: "13px", color: ink, overflow: "visible"};

/** Lines over time with their bands, each named at its end. */
function fan({unit, series}, width) {
  const lines = series.map(({name, points}, i) => ({
    name, colour: colours[i], dash: dashes[i],
    points: points.map(([code, value, p5, p25, p75, p95]) => ({date: month(code), value, p5, p25, p75, p95})),
  }));
  return plot({
    width, height: width < 500 ? 300 : 360, marginLeft: 66, marginRight: 12, marginTop: 28, style: font,
    x: {type: "utc", label: null}, y: {label: unit, nice: true},
    marks: [
      gridY({stroke: faint, strokeOpacity: 1}),
      axisY({tickSize: 0, tickFormat: number.format, ticks: 6, label: unit}),
      axisX({ticks: width < 500 ? 4 : 8, tickSize: 4}),
      ...lines.flatMap(({points, colour, dash}) => [
        areaY(points, {x: "date", y1: "p5", y2: "p95", fill: colour, fillOpacity: 0.14}),
        areaY(points, {x: "date", y1: "p25", y2: "p75", fill: colour, fillOpacity: 0.22}),
        lineY(points, {x: "date", y: "value", stroke: colour, strokeWidth: 2.5, strokeDasharray: dash}),
      ]),
      ...lines.map(({name, points, colour}) =>
        text([points[points.length - 1]], {x: "date", y: "value", text: () => name, textAnchor: "end", dy: -12, fill: colour, fontWeight: 600, ...halo})),
    ],
  });
}

/** What horizontal charts share: a name over each row, so that long names fit a narrow window. */
function rowsOf(rows, {unit, width, domain, marks, format}) {
  return plot({
    width, height: 46 + rows.length * shapeOf(width).height, marginLeft: domain[0] < 0 ? 20 : 2, marginRight: 14, marginTop: 2, marginBottom: 44, style: font,
    x: {domain, label: null, insetLeft: 4, insetRight: 4},
    y: {type: "band", axis: null, domain: rows.map((row) => row.place), padding: 0},
    marks: [
      gridX({stroke: faint, strokeOpacity: 1, ticks: width < 500 ? 4 : 8}),
      axisX({tickSize: 0, ticks: width < 500 ? 4 : 8, tickFormat: format, label: unit, labelAnchor: "left", labelArrow: "none"}),
      ruleX([0], {stroke: ink}),
      ...marks,
    ],
  });
}

/** A figure on the axis, with its sign where it is a difference. */
const signed = (value) => (value < 0 ? "−" : value > 0 ? "+" : "") + number.format(Math.abs(value));

/** The end of the axis, with room for the text after the last figure. */
function reach(low, high, width) {
  const room = (high - low || 1) * (width < 500 ? 0.06 : 0.03);
  return [low < 0 ? low - room : 0, high > 0 ? high + room : 0];
}

/** How high a row is, and how far under its middle what is drawn lies; a narrow window has the figures under the name. */
const shapeOf = (width) => (width < 500 ? {height: 62, middle: 19, name: -19, figure: -2} : {height: 44, middle: 8, name: -11, figure: -11});

const pen = document.createElement("canvas").getContext("2d");

/** How wide a text of a chart is, pixels. */
function widthOf(words) {
  pen.font = `13px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(words).width;
}

/** A text cut to a width. */
function fitted(words, width) {
  let end = words.length;
  while (end > 1 && widthOf(end < words.length ? `${words.slice(0, end)}…` : words) > width) end--;
  return end < words.length ? `${words.slice(0, end).trimEnd()}…` : words;
}

/** The row's name and its figures above what is drawn. */
function names(rows, domain, width) {
  const shape = shapeOf(width);
  const isNarrow = width < 500;
  const short = (d) => fitted(d.name, width - 16 - (isNarrow ? 0 : widthOf(d.text) + 24));
  return [
    text(rows, {x: domain[0], y: "place", text: short, textAnchor: "start", dy: shape.name, dx: 4, fill: ink, ...halo}),
    text(rows, {x: domain[isNarrow ? 0 : 1], y: "place", text: "text", textAnchor: isNarrow ? "start" : "end", dy: shape.figure, dx: isNarrow ? 4 : 0, fill: ink, fontWeight: 600, ...halo}),
  ];
}

/** A dot with its range for each row. */
function ranges({unit, rows, difference}, width) {
  const domain = reach(Math.min(0, ...rows.map((d) => Math.min(d.low, d.value))), Math.max(0, ...rows.map((d) => Math.max(d.high, d.value))), width);
  return rowsOf(rows, {
    unit, width, domain, format: difference ? signed : number.format,
    marks: [
      ruleY(rows, {x1: "low", x2: "high", y: "place", dy: shapeOf(width).middle, stroke: accent, strokeOpacity: 0.35, strokeWidth: 9}),
      dot(rows, {x: "value", y: "place", dy: shapeOf(width).middle, r: 5.5, fill: accent, stroke: "white"}),
      ...names(rows, domain, width),
    ],
  });
}

/** A bar for each row. */
function bars({unit, most, rows, difference}, width) {
  const domain = most ? [0, most] : reach(Math.min(0, ...rows.map((d) => d.value)), Math.max(0, ...rows.map((d) => d.value)), width);
  return rowsOf(rows, {
    unit, width, domain, format: difference ? signed : (value) => number.format(Math.abs(value)),
    marks: [
      barX(rows, {x: "value", y: "place", fill: (d) => (d.weak ? weak : d.value < 0 ? warm : accent), insetTop: width < 500 ? 42 : 22, insetBottom: 6}),
      ...names(rows, domain, width),
    ],
  });
}

/** Parts on top of each other by year, the range of the whole, and the envelope. */
function money({unit, parts, years}, width) {
  const items = [...new Set(parts.map((part) => part.item))];
  const named = years.map(({year}) => year);
  const last = named[named.length - 1];
  const every = Math.ceil((named.length * (width < 500 ? 44 : 56)) / (width - 124)); // years with a label: as many as have room
  let base = 0;
  const labels = parts.filter((part) => part.year === last).map((part) => ({...part, middle: (base += part.value) - part.value / 2}));
  const gap = Math.max(...years.map((year) => Math.max(year.high, year.envelope ?? 0))) * 0.055;
  labels.forEach((label, i) => i > 0 && (label.middle = Math.max(label.middle, labels[i - 1].middle + gap)));
  return plot({
    width, height: 360, marginLeft: 48, marginRight: 76, marginTop: 28, marginBottom: 34, style: font,
    x: {type: "band", label: null, padding: 0.25}, y: {label: unit, nice: true}, color: {domain: items, range: [accent, warm, "#00705a", "#6b3fa0"]},
    marks: [
      gridY({stroke: faint, strokeOpacity: 1}),
      axisY({tickSize: 0, tickFormat: number.format, label: unit}),
      axisX({tickSize: 0, ticks: named.filter((_, i) => (named.length - 1 - i) % every === 0), tickFormat: (year) => (width < 500 ? year.slice(2) : year)}),
      barY(parts, {x: "year", y: "value", fill: "item", fillOpacity: 0.85, stroke: "white", order: items}),
      ruleX(years, {x: "year", y1: "low", y2: "high", stroke: ink, strokeWidth: 2}),
      tickY(years.filter((year) => year.envelope !== null), {x: "year", y: "envelope", stroke: ink, strokeWidth: 4}),
      text(labels, {x: "year", y: "middle", text: "item", fill: "item", textAnchor: "start", dx: Math.max(18, (width - 124) / years.length / 2.4), fontWeight: 600, ...halo}),
      ruleY([0], {stroke: ink}),
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
    const svg = kinds[chart.kind](chart, width);
    // The policy of the page allows the sheet in its head alone; what this one says stands there.
    svg.querySelectorAll("style").forEach((style) => style.remove());
    // An image has one name: its parts have none.
    for (const part of svg.querySelectorAll("*")) for (const {name} of [...part.attributes]) if (name.startsWith("aria-")) part.removeAttribute(name);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", chart.label);
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
