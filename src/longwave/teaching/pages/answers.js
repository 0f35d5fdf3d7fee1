"use strict";
(() => {
  const form = document.getElementById("marks");
  const cards = [...form.querySelectorAll("article")];
  let unsaved = false;

  function value(card, kind, name) {
    const field = card.querySelector(`[data-${kind}="${name}"]`);
    return field ? field.value.trim() : "";
  }

  function names(card) {
    return [...new Set([...card.querySelectorAll("[data-row], [data-comment]")].map((field) => field.dataset.row || field.dataset.comment))];
  }

  // What begins like this is a formula to a spreadsheet; the sign in front makes it a text.
  function cell(text) {
    const plain = text.replace(/\s+/g, " ");
    const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(plain) ? `'${plain}` : plain;
    return `"${safe.replaceAll('"', '""')}"`;
  }

  function table() {
    const lines = cards.flatMap((card) => names(card).map((name) => [card.dataset.code, name, value(card, "row", name), value(card, "comment", name)]));
    return "\ufeff" + [["code", "row", "points", "comment"], ...lines].map((line) => line.map(cell).join(",") + "\r\n").join("");
  }

  function addUp(card) {
    const given = [...card.querySelectorAll("[data-row]")].map((field) => field.value).filter(Boolean);
    card.querySelector("output").textContent = given.length ? String(given.reduce((sum, points) => sum + Number(points), 0)) : "–";
  }

  form.addEventListener("input", (event) => {
    unsaved = true;
    const card = event.target.closest("article");
    const whole = card.querySelector('[data-row="all"]');
    // Rows and the whole are two ways to give the same points: who types a row no longer means the whole.
    if (whole && event.target.dataset.row && event.target !== whole) whole.value = "";
    addUp(card);
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([table()], { type: "text/csv" }));
    link.download = form.dataset.file;
    link.click();
    unsaved = false;
  });

  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });

  cards.forEach(addUp);
})();
