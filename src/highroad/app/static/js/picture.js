// Saves a picture as SVG or PNG, in the colours it has on the page. Without this, a picture can still be printed.
const SHOWN = ["fill", "stroke", "stroke-width", "opacity", "font", "text-anchor"];

function alone(svg) {
  const copy = svg.cloneNode(true);
  const { width, height } = svg.viewBox.baseVal;
  const places = [...copy.querySelectorAll("*")];
  [...svg.querySelectorAll("*")].forEach((one, place) => {
    const style = getComputedStyle(one);
    for (const name of SHOWN) places[place].style.setProperty(name, style.getPropertyValue(name));
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
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
    const picture = alone(document.getElementById(id));
    if (as === "png") asPng(picture, `${id}.png`);
    else keep(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.text)}`, `${id}.svg`);
  });
}
