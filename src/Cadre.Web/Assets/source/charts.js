// The charts of the pages and of the report of the command line: one module, which each dresses in its own colours (Object.assign(look, ...)).
import {areaY, axisX, axisY, barX, dot, gridX, gridY, lineY, plot, ruleX, ruleY, text} from "@observablehq/plot";

/** What a page may choose: series in the order posts, staff, need; of one series alone the second. */
export const look = {
  series: ["#7c2855", "#005eb8", "#00703c", "#6b3fa0"], accent: "#005eb8", warm: "#7c2855", weak: "#aeb7bd", alarm: "#d5281b", ink: "#212b32", faint: "#d8dde0", size: 14,
};

const dashes = ["7 4", null, "2 4"];

/** Numbers of an axis. */
export const number = new Intl.NumberFormat("en-GB", {maximumFractionDigits: 2});

/** The last day of a month, of its code. */
const day = (code) => new Date(Date.UTC(+code.slice(0, 4), +code.slice(5), 0));

/** What keeps a text readable over lines. */
export const halo = {stroke: "white", strokeWidth: 4, paintOrder: "stroke"};

/** The writing of a chart. */
export const font = (size = look.size) => ({fontFamily: "inherit", fontSize: `${size}px`, color: look.ink, overflow: "visible"});

const pointsOf = (points) => points.map(([code, value, low, high, q1, q3]) => ({date: day(code), value, low, high, q1, q3}));

/** Moves names at the ends of lines apart, so that none stands on another: pixels above each line's end. */
function above(ends, low, high, pixels) {
  const at = (value) => ((high - value) / (high - low || 1)) * pixels;
  const sorted = ends.map((end, i) => ({i, y: at(end) - 12})).sort((a, b) => a.y - b.y);
  sorted.forEach((end, i) => { if (i > 0) end.y = Math.max(end.y, sorted[i - 1].y + look.size + 3); });
  return ends.map((end, i) => sorted.find((item) => item.i === i).y - at(end));
}

/** Lines over time with their bands, each named at its end; what came as points, those outside of a band as diamonds. */
export function fan({unit, series, came}, width) {
  const points = came?.points.map(([code, value, isOutside]) => ({date: day(code), value, isOutside})) ?? [];
  const lines = series.map((one, i) => ({name: one.name, colour: look.series[series.length > 1 ? i : 1], dash: series.length > 1 ? dashes[i] : null, points: pointsOf(one.points)}));
  const all = [...lines.flatMap((line) => line.points.flatMap(({value, low, high}) => [value, low, high])), ...points.map(({value}) => value)];
  const height = width < 500 ? 300 : 380;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const up = above(lines.map((line) => line.points[line.points.length - 1].value), least, most, height - 58);
  return plot({
    width, height, marginLeft: 64, marginRight: 12, marginTop: 28, style: font(),
    x: {type: "utc", label: null}, y: {label: unit, nice: true},
    marks: [
      gridY({stroke: look.faint, strokeOpacity: 1}),
      axisY({tickSize: 0, tickFormat: number.format, ticks: 6, label: unit}),
      axisX({ticks: width < 500 ? 4 : 8, tickSize: 4}),
      ...lines.flatMap(({points, colour, dash}) => [
        areaY(points, {x: "date", y1: "low", y2: "high", fill: colour, fillOpacity: 0.15}),
        ...(points.some(({q1}) => q1 !== undefined) ? [areaY(points, {x: "date", y1: "q1", y2: "q3", fill: colour, fillOpacity: 0.22})] : []),
        lineY(points, {x: "date", y: "value", stroke: colour, strokeWidth: 2.5, strokeDasharray: dash}),
      ]),
      dot(points.filter(({isOutside}) => !isOutside), {x: "date", y: "value", r: 4, fill: look.ink, stroke: "white"}),
      dot(points.filter(({isOutside}) => isOutside), {x: "date", y: "value", r: 6, symbol: "diamond", fill: look.alarm, stroke: "white"}),
      ...(came ? [text(points.slice(-1), {x: "date", y: "value", text: () => came.name, textAnchor: "start", dx: 9, fill: look.ink, fontWeight: 600, ...halo})] : []),
      ...lines.map(({name, points, colour}, i) =>
        text([points[points.length - 1]], {x: "date", y: "value", text: () => name, textAnchor: "end", dy: up[i], fill: colour, fontWeight: 600, ...halo})),
    ],
  });
}

/** A line with its band, one of several to the same scale. */
export function panel({name, points, least, most}, width) {
  const dated = pointsOf(points);
  return plot({
    width, height: 170, marginLeft: 48, marginRight: 8, marginTop: 30, marginBottom: 26, style: font(look.size - 1),
    x: {type: "utc", label: null}, y: {domain: [least, most], nice: true, label: null},
    marks: [
      gridY({stroke: look.faint, strokeOpacity: 1, ticks: 3}),
      axisY({tickSize: 0, tickFormat: number.format, ticks: 3, label: null}),
      axisX({ticks: 3, tickSize: 4}),
      ...(least < 0 ? [ruleY([0], {stroke: look.ink})] : []),
      areaY(dated, {x: "date", y1: "low", y2: "high", fill: look.accent, fillOpacity: 0.16}),
      lineY(dated, {x: "date", y: "value", stroke: look.accent, strokeWidth: 2.5}),
      text([fitted(name, width - 8, true)], {frameAnchor: "top-left", dy: -22, dx: -44, text: (words) => words, fontWeight: 600, fontSize: look.size}),
    ],
  });
}

/** What horizontal charts share: a name over each row, so that long names fit a narrow window. */
function rowsOf(rows, {unit, width, domain, marks, format}) {
  return plot({
    width, height: 46 + rows.length * shapeOf(width).height, marginLeft: domain[0] < 0 ? 20 : 2, marginRight: 14, marginTop: 2, marginBottom: 44, style: font(),
    x: {domain, label: null, insetLeft: 4, insetRight: 4},
    y: {type: "band", axis: null, domain: rows.map((row) => row.place), padding: 0},
    marks: [
      gridX({stroke: look.faint, strokeOpacity: 1, ticks: width < 500 ? 4 : 8}),
      axisX({tickSize: 0, ticks: width < 500 ? 4 : 8, tickFormat: format, label: unit, labelAnchor: "left", labelArrow: "none"}),
      ruleX([0], {stroke: look.ink}),
      ...marks,
    ],
  });
}

/** A figure on the axis, with its sign where it is a difference. */
const signed = (value) => (value < 0 ? "−" : value > 0 ? "+" : "") + number.format(Math.abs(value));

/** The end of the axis, with room for the text after the last figure. */
function reach(low, high, width) {
  const room = (high - low || 1) * (width < 500 ? 0.06 : 0.03);
  return [low < 0 ? low - room : 0, high > 0 || low >= 0 ? high + room : 0];
}

/** How high a row is, and how far under its middle what is drawn lies; a narrow window has the figures under the name. */
const shapeOf = (width) => (width < 500 ? {height: 62, middle: 19, name: -19, figure: -2} : {height: 44, middle: 8, name: -11, figure: -11});

const pen = document.createElement("canvas").getContext("2d");

/** How wide a text of a chart is, pixels. */
function widthOf(words, isBold) {
  pen.font = `${isBold ? "600 " : ""}${look.size}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(words).width;
}

/** A text cut to a width. */
function fitted(words, width, isBold = false) {
  let end = words.length;
  while (end > 1 && widthOf(end < words.length ? `${words.slice(0, end)}…` : words, isBold) > width) end--;
  return end < words.length ? `${words.slice(0, end).trimEnd()}…` : words;
}

/** The row's name and its figures above what is drawn. */
function names(rows, domain, width) {
  const shape = shapeOf(width);
  const isNarrow = width < 500;
  const short = (d) => fitted(d.name, width - 16 - (isNarrow ? 0 : widthOf(d.text, true) + 24), d.marked);
  const weight = (d) => (d.marked ? 700 : 400);
  return [
    text(rows, {x: domain[0], y: "place", text: short, textAnchor: "start", dy: shape.name, dx: 4, fill: look.ink, fontWeight: weight, ...halo}),
    text(rows, {x: domain[isNarrow ? 0 : 1], y: "place", text: "text", textAnchor: isNarrow ? "start" : "end", dy: shape.figure, dx: isNarrow ? 4 : 0, fill: look.ink, fontWeight: 600, ...halo}),
  ];
}

/** A dot with its range for each row. */
export function ranges({unit, rows, difference}, width) {
  const domain = reach(Math.min(0, ...rows.map((d) => Math.min(d.low, d.value))), Math.max(0, ...rows.map((d) => Math.max(d.high, d.value))), width);
  return rowsOf(rows, {
    unit, width, domain, format: difference ? signed : number.format,
    marks: [
      ruleY(rows, {x1: "low", x2: "high", y: "place", dy: shapeOf(width).middle, stroke: look.accent, strokeOpacity: 0.35, strokeWidth: 9}),
      dot(rows, {x: "value", y: "place", dy: shapeOf(width).middle, r: 5.5, fill: look.accent, stroke: "white"}),
      ...names(rows, domain, width),
    ],
  });
}

/** A bar for each row, with its range where it has one. */
export function bars({unit, most, rows, difference}, width) {
  const ranged = rows.filter((row) => row.low !== undefined);
  const domain = most ? [0, most]
    : reach(Math.min(0, ...rows.map((d) => Math.min(d.value, d.low ?? 0))), Math.max(0, ...rows.map((d) => Math.max(d.value, d.high ?? 0))), width);
  return rowsOf(rows, {
    unit, width, domain, format: difference ? signed : (value) => number.format(Math.abs(value)),
    marks: [
      barX(rows, {
        x: "value", y: "place", fill: (d) => (d.weak ? look.weak : d.value < 0 ? look.warm : look.accent), fillOpacity: ranged.length > 0 ? 0.75 : 1,
        insetTop: width < 500 ? 42 : 22, insetBottom: 6,
      }),
      ...(ranged.length > 0 ? [ruleY(ranged, {x1: "low", x2: "high", y: "place", dy: shapeOf(width).middle, stroke: look.ink, strokeWidth: 2})] : []),
      ...names(rows, domain, width),
    ],
  });
}

/** Where one place stands among its peers: a tick for each, the place itself large. */
export function strip({unit, values, own}, width) {
  return plot({
    width, height: 64, marginLeft: 12, marginRight: 12, marginTop: 6, marginBottom: 30, style: font(look.size - 1),
    x: {label: null, nice: true, domain: [Math.min(0, ...values), Math.max(...values, own)]}, y: {axis: null},
    marks: [
      axisX({tickSize: 3, ticks: width < 500 ? 3 : 6, tickFormat: (value) => `${number.format(value)}${unit}`}),
      ruleX(values, {stroke: look.ink, strokeOpacity: 0.35, strokeWidth: 1.5}),
      dot([own], {x: (value) => value, y: () => 0, r: 7, fill: look.accent, stroke: "white", strokeWidth: 2}),
    ],
  });
}

/** A picture with one name: what the policy of the page does not allow goes, and its parts have no names of their own. */
export function named(svg, label) {
  svg.querySelectorAll("style").forEach((style) => style.remove());
  for (const part of svg.querySelectorAll("*")) for (const {name} of [...part.attributes]) if (name.startsWith("aria-")) part.removeAttribute(name);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  return svg;
}
