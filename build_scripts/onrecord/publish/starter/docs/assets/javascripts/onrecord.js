// Small comforts. Every page is whole without them: ¶ numbers become links, links and citations can be copied, words
// lead to the original, folded callouts open when a link leads into them, the timeline can be filtered. No library, works from a file.
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

  // Citations, in the same words as publish/citing.py gives them; elsewhere than on annotated pages the build has
  // written them as titles of links.

  const MARKED = /[“”"«»]/;
  const CARD = /^(.*), (date not known|(?:[A-Z][a-z]+day )?(\d{1,2} [A-Z][a-z]+ \d{4}))$/;
  const NOTE = /^Desk note(?: on a report in (.*))?$/;
  const SUFFIX = /^(.*?, (?:Jr|Sr|II|III|IV)\.?)(?:, |$)/;

  function sourceOfCard() {
    const heading = page.querySelector("h1").cloneNode(true);
    heading.querySelectorAll(".headerlink").forEach((link) => link.remove());
    const facts = CARD.exec(words(card.querySelector(".admonition-title"))) || [];
    const title = "“" + words(heading) + "”";
    const note = NOTE.exec(facts[1] || "");
    const outlet = facts[1] === "Source" ? "" : facts[1];
    const home = note ? (note[1] ? "a desk note on a report in " + note[1] : "the desk note " + title) : outlet || title;
    const link = [...card.querySelectorAll('li > a[href^="http"]')].pop();
    return { home, day: facts[3] || "date not known", url: note || !link ? "" : link.getAttribute("href") };
  }

  function partsOf(script) {
    try {
      return JSON.parse(script.textContent).hasPart || [];
    } catch {
      return []; // Somebody else's, and broken.
    }
  }

  function fieldsOf(block) {
    const last = words([...block.children].filter((child) => child.matches("p")).pop());
    const fields = last.split(" · ").map((field) => field.trim());
    const after = (key) => (fields.find((field) => field.startsWith(key)) || "").slice(key.length);
    return { kind: (/^(direct|mixed|indirect)\b/.exec(fields[0]) || [])[1], to: after("to "), via: after("via ") };
  }

  // "Name, role": where the name has a comma of its own, the records in the page's head may know better.

  function speakerOf(title, id) {
    const known = quotations()[id] || "";
    if (known && (title === known || title.startsWith(known + ", "))) return known;
    return (SUFFIX.exec(title) || [])[1] || title.split(", ")[0];
  }

  function quotations() {
    if (quotations.found) return quotations.found;
    quotations.found = {};
    document.querySelectorAll('script[type="application/ld+json"]').forEach((script) => {
      partsOf(script).forEach(({ url, spokenByCharacter }) => {
        if (url && spokenByCharacter) quotations.found[decodeURIComponent(url.slice(1))] = spokenByCharacter.name;
      });
    });
    return quotations.found;
  }

  function citation(block, anchor) {
    const source = sourceOfCard();
    const callout = block.matches(".admonition, details");
    const number = callout ? words(block.querySelector('a[href^="#p"]')) : "¶" + anchor.id.slice(1);
    const place = [source.day, number].filter(Boolean);
    if (!callout || !block.matches(".quote, .thought")) return [source.home, ...place].join(", ");
    const { kind, to, via } = fieldsOf(block);
    const quoted = kind ? kind !== "indirect" : MARKED.test(words(block.querySelector("p:nth-child(2)")));
    const verb = to || via ? "in " : quoted ? "quoted in " : "reported in ";
    const chain = [to && "to " + to, via && "according to " + via].filter(Boolean);
    const title = words(block.querySelector(".admonition-title, summary"));
    return [speakerOf(title, anchor.id), ...chain, verb + source.home, ...place].join(", ");
  }

  // A link to the exact words in the original: a text fragment, as in publish/citing.py.

  const bare = (text) => text.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, "");
  const encoded = (list) =>
    encodeURIComponent(bare(list.join(" "))).replace(
      /[-!'()*]/g,
      (mark) => "%" + mark.charCodeAt(0).toString(16).toUpperCase(),
    );

  function original(block) {
    const { url } = sourceOfCard();
    const text = words(block.querySelector("p:nth-child(2)")).replace(/([”"»])\s(?=[“"«])/g, "$1\n");
    const pieces = text.split(/\s…\s|\n/).map(bare).filter(Boolean);
    if (!url || !pieces.length || !block.matches(".quote, .thought")) return [];
    const wanted = pieces.map((piece) => {
      const list = piece.split(/\s+/);
      return "text=" + (list.length <= 8 ? encoded(list) : encoded(list.slice(0, 4)) + "," + encoded(list.slice(-4)));
    });
    const link = document.createElement("a");
    link.textContent = "original";
    link.setAttribute("aria-label", "These words in the original");
    link.href = url + (url.includes("#") ? "" : "#") + ":~:" + wanted.join("&");
    return [link];
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
    const text = citation(block, anchor);
    return toolbar(
      button("copy link", "Copy a link to this place", (it) => copy(address(anchor.id), it)),
      button("cite", "Copy a citation of this place", (it) => copy(text, it)),
      ...(block.matches(".admonition, details") ? original(block) : []),
    );
  }

  function toolbar(...buttons) {
    const made = document.createElement("span");
    made.className = "onrecord-tools";
    made.append(...buttons);
    return made;
  }

  // Pages that repeat statements: the title of the link to the paragraph is the citation.

  function equipCitations() {
    const cited = 'a[title][href*="sources/"]';
    page.querySelectorAll(":is(blockquote, li) > p > " + cited).forEach((link) => {
      // Of several places in a line, nobody could tell which button is whose.
      if (link.parentNode.querySelectorAll(":scope > " + cited).length > 1) return;
      const { title } = link;
      link.parentNode.append(toolbar(button("cite", "Copy the citation: " + title, (it) => copy(title, it))));
    });
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
    const folded = target.closest("li[hidden]");
    if (folded) {
      folded.parentElement.dispatchEvent(new Event("onrecord-open"));
      folded.scrollIntoView({ block: "center" });
    }
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
        item.querySelectorAll("li > em, :scope > em").forEach((status) => (status.dataset.status = words(status)));
        const links = [...item.querySelectorAll("a[href]")];
        const places = links.filter((link) => /#p\d+$/.test(link.getAttribute("href")));
        return {
          item,
          status: words(item.querySelector(":scope > em")),
          source: distinct(places.map((link) => words(link).replace(/, ¶\d+$/, ""))),
          person: distinct(links.filter((link) => /(^|\/)speakers\//.test(link.getAttribute("href"))).map(words)),
          text: words(item).toLowerCase(),
        };
      });
  }

  const distinct = (values) => [...new Set(values)].filter(Boolean).sort((a, b) => a.localeCompare(b, "en"));

  // Anchors of entries become links to themselves; other wordings fold, and search within the page still finds them.

  function equipTimeline(items) {
    items.forEach(({ item }) => {
      item.querySelectorAll("a[id]:empty").forEach((anchor) => {
        anchor.href = "#" + anchor.id;
        anchor.setAttribute("aria-label", "Link to this entry");
      });
      const below = item.querySelector(":scope > ul");
      const wordings = below ? below.querySelectorAll(":scope > li > em").length : 0;
      if (wordings) fold(below, wordings + (wordings === 1 ? " other wording" : " other wordings"));
    });
  }

  function fold(list, text) {
    const others = [...list.children].filter((line) => line.querySelector(":scope > em"));
    const toggle = button(text, text, () => set(toggle.getAttribute("aria-expanded") !== "true"));
    const set = (open) => {
      toggle.setAttribute("aria-expanded", String(open));
      others.forEach((line) => (open ? line.removeAttribute("hidden") : line.setAttribute("hidden", "until-found")));
    };
    toggle.className = "onrecord-fold";
    others.forEach((line) => line.addEventListener("beforematch", () => set(true)));
    list.addEventListener("onrecord-open", () => set(true));
    list.before(" ", toggle);
    set(false);
  }

  function filterTimeline() {
    const head = page.querySelector(":scope > .onrecord-timeline");
    if (!head) return;
    const items = timelineItems(head);
    const all = (key) => distinct(items.flatMap((entry) => entry[key]));
    const [sourceLabel, source] = select("Source", all("source"));
    const [personLabel, person] = select("Person named", all("person"));
    const [statusLabel, status] = select("Status", all("status"));
    const textLabel = document.createElement("label");
    const text = document.createElement("input");
    text.type = "search";
    textLabel.append("Words or a name", text);
    const count = document.createElement("output");
    const form = document.createElement("form");
    form.className = "onrecord-filters";
    form.setAttribute("aria-label", "Filter the timeline");
    form.append(textLabel, sourceLabel, personLabel, statusLabel, count);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => show(items, { source, person, status, text, count }));
    head.append(form);
    equipTimeline(items);
  }

  function show(items, { source, person, status, text, count }) {
    const wanted = text.value.trim().toLowerCase().split(/\s+/);
    items.forEach((entry) => {
      entry.item.hidden = !(
        (!source.value || entry.source.includes(source.value)) &&
        (!person.value || entry.person.includes(person.value)) &&
        (!status.value || entry.status === status.value) &&
        wanted.every((word) => entry.text.includes(word))
      );
    });
    hideEmpty();
    const shown = items.filter((entry) => !entry.item.hidden).length;
    count.textContent = shown === items.length ? "" : shown + " of " + items.length + " shown";
  }

  // From the last line to the first, so that each heading knows whether anything below it is shown: one pass.

  function hideEmpty() {
    let month = false;
    let day = false;
    [...page.querySelectorAll(".onrecord-timeline ~ :is(h2, h3, ul)")].reverse().forEach((node) => {
      if (node.matches("ul")) {
        node.hidden = [...node.children].every((item) => item.hidden);
        day = day || !node.hidden;
        month = month || !node.hidden;
      } else if (node.matches("h3")) {
        node.hidden = !day;
        day = false;
      } else {
        node.hidden = !month;
        month = day = false;
      }
    });
  }

  if (card) {
    linkParagraphs();
    equipCallouts();
  } else {
    equipCitations();
  }
  filterTimeline();
  openForPrint();
  addEventListener("hashchange", arrive);
  arrive();
})();
