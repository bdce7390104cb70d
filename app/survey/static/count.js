// Says how much room is left in a text box, a moment after the last key. The page is whole without it.
for (const box of document.querySelectorAll("[data-module='govuk-character-count']")) {
  const area = box.querySelector("textarea");
  const message = box.querySelector(".govuk-character-count__message");
  const limit = Number(box.dataset.maxlength);
  const said = (key, count) =>
    box.getAttribute(`data-i18n.characters-${key}-limit.other`).replace("%{count}", count.toLocaleString("en-GB"));
  let waiting;

  const count = () => {
    // Code points, as the server counts them, with a line end as one.
    const left = limit - [...area.value].length;
    message.textContent = left < 0 ? said("over", -left) : said("under", left);
    message.classList.toggle("govuk-error-message", left < 0);
    message.classList.toggle("govuk-hint", left >= 0);
  };

  message.setAttribute("aria-live", "polite");
  area.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(count, 500);
  });
  if (area.value) count();
}
