// Contrast after WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
function channels(color) {
  return color.match(/[\d.]+/g).map(Number);
}
function luminance(color) {
  const [red, green, blue] = channels(color).map(value => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
function ground(element) {
  for (let place = element; place; place = place.parentElement) {
    const color = getComputedStyle(place).backgroundColor;
    if ((channels(color)[3] ?? 1) > 0) {
      return color;
    }
  }
  return 'rgb(255, 255, 255)';
}
function shown(element) {
  return element.checkVisibility() && element.getClientRects().length > 0;
}
function says(element) {
  return [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
}
function name(element) {
  return element.tagName.toLowerCase() + (element.getAttribute('class') ? '.' + element.getAttribute('class') : '');
}

document.querySelectorAll('details').forEach(details => { details.open = true; });
const texts = [...document.body.querySelectorAll('*')]
  .filter(element => says(element) && shown(element) && !['SCRIPT', 'title'].includes(element.tagName))
  .map(element => {
    const style = getComputedStyle(element);
    const drawing = element.closest('svg');
    const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
    const size = parseFloat(style.fontSize) * scale;
    const bold = Number(style.fontWeight) >= 700;
    return {
      what: name(element) + ' ' + element.textContent.trim().slice(0, 40),
      contrast: contrast(drawing ? style.fill : style.color, ground(element)),
      needed: size >= 24 || (bold && size >= 18.66) ? 3 : 4.5,
      size,
    };
  });
const shapes = [...document.querySelectorAll('svg :is(rect, circle, polyline, path)')]
  .filter(shape => shown(shape) && !shape.closest('[class~="stream"]'))
  .map(shape => {
    const style = getComputedStyle(shape);
    const paints = [style.fill, style.stroke].filter(paint => paint !== 'none');
    const seen = paints.filter((paint, index) => index > 0 || style.fillOpacity === '1' || paints.length === 1);
    return {what: name(shape), contrast: Math.max(...seen.map(paint => contrast(paint, ground(shape))))};
  });
const spilled = [...document.querySelectorAll('svg text')]
  .filter(text => {
    const box = text.getBBox();
    const room = text.ownerSVGElement.viewBox.baseVal;
    return box.x < room.x - 0.5 || box.x + box.width > room.x + room.width + 0.5
      || box.y < room.y - 0.5 || box.y + box.height > room.y + room.height + 0.5;
  })
  .map(text => text.textContent);
const columns = new Set([...document.querySelectorAll('.card')].map(card => Math.round(card.getBoundingClientRect().left)));
parent.postMessage({
  texts,
  shapes,
  spilled,
  width: innerWidth,
  contentWidth: document.documentElement.scrollWidth,
  columns: columns.size,
  ground: ground(document.body),
}, '*');
