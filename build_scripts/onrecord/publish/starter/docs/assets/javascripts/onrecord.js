// Small comforts. Every page is whole without them: ¶ numbers become links, links and citations can be copied,
// folded callouts open when a link leads into them, the timeline can be filtered. No library, works from a file.
(function () {
  "use strict";

  const page = document.querySelector(".md-content__inner");
  if (!page) return;
  const card = page.querySelector(":scope > .admonition.source");
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";
  document.body.append(said);

  // Copying

  function copy(text, button) {
    const written = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject();
    written.catch(() => copyOldWay(text)).then(() => confirm(button));
  }

  function copyOldWay(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.style.cssText = "position:fixed;top:0;opacity:0";
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }

  function confirm(button) {
    const words = button.textContent;
    button.textContent = said.textContent = "copied";
    setTimeout(() => {
      button.textContent = words;
      said.textContent = "";
    }, 1500);
  }

  const words = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");
  const address = (id) => location.href.split(/[?#]/)[0] + "#" + id;

  function sourceWords(place) {
    const heading = page.querySelector("h1").cloneNode(true);
    heading.querySelectorAll(".headerlink").forEach((link) => link.remove());
    const parts = ["“" + words(heading) + "”", words(card && card.querySelector(".admonition-title")), place];
    return parts.filter(Boolean).join(", ");
  }

  function citation(block, anchor) {
    const callout = block.matches(".admonition, details");
    const lines = [...block.children].filter((child) => child.matches("p, summary"));
    const place = callout ? words(block.querySelector('a[href^="#p"]')) : "¶" + anchor.id.slice(1);
    const what = callout ? words(lines[1]) + " — " + words(lines[0]) + ". " : "";
    return what + sourceWords(place) + ". " + address(anchor.id);
  }

  function button(text, label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", (event) => {
      event.preventDefault();
      act(made);
    });
    return made;
  }

  function tools(block, anchor) {
    const made = document.createElement("span");
    made.className = "onrecord-tools";
    const text = citation(block, anchor);
    made.append(
      button("copy link", "Copy a link to this place", (it) => copy(address(anchor.id), it)),
      button("cite", "Copy a citation of this place", (it) => copy(text, it)),
    );
    return made;
  }

  // Annotated pages

  function linkParagraphs() {
    page.querySelectorAll("a[id]:empty").forEach((anchor) => {
      const number = /^p(\d+)$/.exec(anchor.id);
      if (!number || anchor.closest("h1")) return;
      anchor.href = "#" + anchor.id;
      anchor.setAttribute("aria-label", "Paragraph " + number[1]);
    });
  }

  function equipCallouts() {
    page.querySelectorAll(":is(.admonition, details) > p:last-child > a[id]:empty").forEach((anchor) => {
      anchor.after(tools(anchor.closest(".admonition, details"), anchor));
    });
  }

  function arrive() {
    page.querySelectorAll("p > .onrecord-tools[data-here]").forEach((old) => old.remove());
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !page.contains(target)) return;
    for (let node = target.closest("details"); node; node = node.parentElement.closest("details")) node.open = true;
    const callout = target.closest(".admonition, details");
    if (callout && !callout.matches(".source")) callout.scrollIntoView({ block: "center" });
    const paragraph = target.closest("p");
    if (card && !callout && paragraph && /^p\d+$/.test(target.id)) {
      const here = tools(paragraph, target);
      here.dataset.here = "";
      paragraph.append(" ", here);
    }
  }

  // Printing opens what is folded, and folds it again.

  function openForPrint() {
    const folded = [];
    addEventListener("beforeprint", () => {
      document.querySelectorAll("details:not([open])").forEach((node) => {
        node.open = true;
        folded.push(node);
      });
    });
    addEventListener("afterprint", () => folded.splice(0).forEach((node) => (node.open = false)));
  }

  // Timeline

  function following(node, stop) {
    const found = [];
    for (let next = node.nextElementSibling; next && !next.matches(stop); next = next.nextElementSibling) found.push(next);
    return found;
  }

  function select(name, options) {
    const label = document.createElement("label");
    const field = document.createElement("select");
    field.append(new Option("all", ""), ...options.map((option) => new Option(option, option)));
    label.append(name, field);
    return [label, field];
  }

  function timelineItems(head) {
    return following(head, "nothing")
      .filter((node) => node.matches("ul"))
      .flatMap((list) => [...list.children])
      .map((item) => {
        const status = item.querySelector(":scope > em");
        if (status) status.dataset.status = words(status);
        const source = [...item.querySelectorAll('a[href*="#p"]')].map((link) => words(link).replace(/, ¶\d+$/, ""));
        return { item, status: words(status), source, text: words(item).toLowerCase() };
      });
  }

  function filterTimeline() {
    const head = page.querySelector(":scope > .onrecord-timeline");
    if (!head) return;
    const items = timelineItems(head);
    const distinct = (values) => [...new Set(values)].sort();
    const [sourceLabel, source] = select("Source", distinct(items.flatMap((entry) => entry.source)));
    const [statusLabel, status] = select("Status", distinct(items.map((entry) => entry.status)));
    const textLabel = document.createElement("label");
    const text = document.createElement("input");
    text.type = "search";
    textLabel.append("Words or a name", text);
    const count = document.createElement("output");
    const form = document.createElement("form");
    form.className = "onrecord-filters";
    form.setAttribute("aria-label", "Filter the timeline");
    form.append(textLabel, sourceLabel, statusLabel, count);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => show(head, items, { source, status, text, count }));
    head.append(form);
  }

  function show(head, items, { source, status, text, count }) {
    const wanted = text.value.trim().toLowerCase().split(/\s+/);
    items.forEach((entry) => {
      entry.item.hidden = !(
        (!source.value || entry.source.includes(source.value)) &&
        (!status.value || entry.status === status.value) &&
        wanted.every((word) => entry.text.includes(word))
      );
    });
    const empty = (nodes) => nodes.every((node) => !node.matches("ul") || [...node.children].every((item) => item.hidden));
    page.querySelectorAll(".onrecord-timeline ~ ul").forEach((list) => (list.hidden = empty([list])));
    page.querySelectorAll(".onrecord-timeline ~ h3").forEach((day) => (day.hidden = empty(following(day, "h2, h3"))));
    page.querySelectorAll(".onrecord-timeline ~ h2").forEach((month) => (month.hidden = empty(following(month, "h2"))));
    const shown = items.filter((entry) => !entry.item.hidden).length;
    count.textContent = shown === items.length ? "" : shown + " of " + items.length + " shown";
  }

  if (card) {
    linkParagraphs();
    equipCallouts();
  }
  filterTimeline();
  openForPrint();
  addEventListener("hashchange", arrive);
  arrive();
})();
