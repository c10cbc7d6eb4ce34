// Saves a picture as SVG or PNG, in the colours it has on the page. Without this, a picture can still be printed.
const SHOWN = ["fill", "stroke", "stroke-width", "opacity", "font", "text-anchor"];
const LINE = 22; // the height of a line of words under a kept picture
const EDGE = 12; // paper around it

function dressed(copy, original) {
  const style = getComputedStyle(original);
  for (const name of SHOWN) copy.style.setProperty(name, style.getPropertyValue(name));
  return copy;
}

function placed(node, places) {
  for (const [name, value] of Object.entries(places)) node.setAttribute(name, value);
  return node;
}

// What it was counted from stands after it on the page.
function sourceOf(svg) {
  const chips = [...document.querySelectorAll(".source")];
  return chips.find((one) => svg.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
}

// Its title, key, source and day stand beside it on the page, so they go with it; gives how wide and high it is then.
function withWords(copy, svg, day, { width, height }) {
  const page = getComputedStyle(document.body);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `13px ${page.fontFamily}`;
  const key = [...svg.parentElement.querySelectorAll(":scope > .key li")];
  const lines = [{ words: svg.querySelector("title").textContent, x: 0 }].concat(
    key.map((one) => ({ words: one.textContent.trim(), x: 20, mark: one.querySelector("circle") })),
    [sourceOf(svg).firstChild.textContent.trim(), day].map((words) => ({ words, x: 0 })),
  );
  lines.forEach(({ words, x, mark }, place) => {
    const y = height + LINE * (place + 1);
    const text = placed(document.createElementNS(svg.namespaceURI, "text"), { x, y, class: "words" });
    text.style.cssText = `fill: ${page.color}; stroke: none; font: ${pen.font}`;
    text.textContent = words;
    copy.append(text);
    if (mark) copy.append(placed(dressed(mark.cloneNode(), mark), { cx: 7, cy: y - 4, r: 6 }));
  });
  const widest = Math.max(...lines.map(({ words, x }) => x + pen.measureText(words).width));
  return { width: Math.ceil(Math.max(width, widest)) + 2 * EDGE, height: height + LINE * lines.length + 2 * EDGE };
}

function alone(svg, day) {
  const copy = svg.cloneNode(true);
  const box = svg.viewBox.baseVal;
  const places = [...copy.querySelectorAll("*")];
  [...svg.querySelectorAll("*")].forEach((one, place) => dressed(places[place], one));
  const { width, height } = withWords(copy, svg, day, box);
  const viewBox = `${box.x - EDGE} ${box.y - EDGE} ${width} ${height}`;
  placed(copy, { xmlns: svg.namespaceURI, viewBox, width, height });
  copy.style.background = getComputedStyle(document.body).backgroundColor;
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

function keep(address, name) {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}

function asPng({ text, width, height }, name) {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = width * 3; // sharp enough to print
    canvas.height = height * 3;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    keep(canvas.toDataURL("image/png"), name);
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}

for (const button of document.querySelectorAll("[data-keep]")) {
  button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    const { keep: id, as } = button.dataset;
    const picture = alone(document.getElementById(id), button.parentElement.dataset.day);
    if (as === "png") asPng(picture, `${id}.png`);
    else keep(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.text)}`, `${id}.svg`);
  });
}
