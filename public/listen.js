// Reads a page aloud with the device's own voices, where somebody asked for it (app/src/shell/listening.rs): sentence by sentence,
// each in the language it is marked with. Voices that send what they read to somewhere else are left alone. Without this the page
// says what is needed.
"use strict";

const bar = document.getElementById("listen");
const news = document.getElementById("listen-news");
const page = document.getElementById("page");
const buttons = Object.fromEntries([...bar.querySelectorAll("button")].map((button) => [button.dataset.does, button]));
const speech = window.speechSynthesis;
const here = document.documentElement.lang;

// What is pressed, chosen or shown by itself, and what stands small beneath words.
const SKIPPED = "button, select, textarea, option, audio, video, nav, .sr, .voice__foot, a.noprint, .small.noprint, details.noprint";
// Languages as voices are tagged.
const TAGS = { "zh-hans": "zh-cn", "zh-hant": "zh-tw", tl: "fil" };
// How long voices may take to be found, in milliseconds: browsers bring them late.
const VOICES_MS = 2000;

// Sentences

function isBlock(element) {
    const display = getComputedStyle(element).display;
    return !display.startsWith("inline") && display !== "contents";
}

function blockOf(node) {
    let element = node.parentElement;
    while (element !== page && !isBlock(element)) element = element.parentElement;
    return element;
}

function isShown(element) {
    return element.checkVisibility ? element.checkVisibility() : element.getClientRects().length > 0;
}

// Where each sentence of a text begins and ends.
function sentences(text, language) {
    const plain = text.replace(/\s/g, " ");
    try {
        const found = new Intl.Segmenter(language, { granularity: "sentence" }).segment(plain);
        return [...found].map(({ index, segment }) => [index, index + segment.length]);
    } catch {
        return [...plain.matchAll(/[^.!?…。！？؟۔।]+[.!?…。！？؟۔।]*/g)].map((one) => [one.index, one.index + one[0].length]);
    }
}

// What stands in one block in one language, in one go.
function runs() {
    const found = [];
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const element = node.parentElement;
        if (!node.data.trim() || element.closest(SKIPPED) || !isShown(element)) continue;
        const block = blockOf(node);
        const language = element.closest("[lang]").lang;
        const last = found[found.length - 1];
        if (last && last.block === block && last.language === language) last.nodes.push(node);
        else found.push({ block, language, nodes: [node] });
    }
    return found;
}

function rangeOf(nodes, from, to) {
    const range = document.createRange();
    let begun = false;
    let at = 0;
    for (const node of nodes) {
        const end = at + node.length;
        if (!begun && from < end) {
            range.setStart(node, from - at);
            begun = true;
        }
        if (to <= end) {
            range.setEnd(node, to - at);
            break;
        }
        at = end;
    }
    return range;
}

function parts() {
    return runs().flatMap(({ block, language, nodes }) => {
        const text = nodes.map((node) => node.data).join("");
        return sentences(text, language)
            .map(([from, to]) => ({ block, language, words: text.slice(from, to).trim(), range: rangeOf(nodes, from, to) }))
            .filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
    });
}

// Voices

function voiceFor(language) {
    const tag = TAGS[language.toLowerCase()] || language.toLowerCase();
    const first = (one) => one.split("-")[0];
    const own = speech.getVoices().filter((voice) => voice.localService);
    const spoken = (voice) => voice.lang.replace("_", "-").toLowerCase();
    const close = own.filter((voice) => first(spoken(voice)) === first(tag));
    return close.find((voice) => spoken(voice) === tag) || close.find((voice) => voice.default) || close[0];
}

function languageName(language) {
    try {
        return new Intl.DisplayNames([here], { type: "language" }).of(language);
    } catch {
        return language;
    }
}

// Reading

const marks = window.Highlight && CSS.highlights ? new Highlight() : null;
if (marks) CSS.highlights.set("listen", marks);
const still = matchMedia("(prefers-reduced-motion: reduce)");

let all = [];
let at = 0;
let isReading = false;
// Which utterance is at hand: what an earlier one says of its end comes late.
let turn = 0;
const unread = new Set();

function tell() {
    const names = [...unread].map(languageName).join(", ");
    news.textContent = unread.size ? bar.dataset.voiceless.replace("%", names) : "";
}

function show(part) {
    document.querySelector("[data-listen]")?.removeAttribute("data-listen");
    marks?.clear();
    if (!part) return;
    if (marks) marks.add(part.range);
    else part.block.setAttribute("data-listen", "");
    const place = part.range.getBoundingClientRect();
    const isInSight = place.top > bar.offsetHeight && place.bottom < innerHeight;
    if (!isInSight) scrollBy({ top: place.top - innerHeight / 3, behavior: still.matches ? "auto" : "smooth" });
}

function set(reading) {
    isReading = reading;
    buttons.play.hidden = reading;
    buttons.pause.hidden = !reading;
}

function stop() {
    turn += 1;
    speech.cancel();
    set(false);
}

function end() {
    stop();
    const readNothing = all.every(({ language }) => unread.has(language));
    at = 0;
    show(null);
    if (!unread.size) news.textContent = bar.dataset.end;
    if (readNothing) tell();
}

function read() {
    turn += 1;
    speech.cancel();
    while (at < all.length && !voiceFor(all[at].language)) {
        unread.add(all[at].language);
        at += 1;
    }
    tell();
    if (at >= all.length) return end();
    const mine = turn;
    const part = all[at];
    const utterance = new SpeechSynthesisUtterance(part.words);
    utterance.voice = voiceFor(part.language);
    utterance.lang = utterance.voice.lang;
    utterance.onend = () => {
        if (mine !== turn) return;
        at += 1;
        read();
    };
    // A browser that wants to be asked on this very page waits for the button.
    utterance.onerror = () => {
        if (mine === turn) stop();
    };
    set(true);
    show(part);
    speech.speak(utterance);
}

function step(by) {
    at = Math.max(0, at + by);
    // Back goes past what no voice could read.
    while (by < 0 && at > 0 && unread.has(all[at].language)) at -= 1;
    if (at >= all.length) return end();
    if (isReading) read();
    else show(all[at]);
}

function toggle() {
    const focused = isReading ? buttons.play : buttons.pause;
    const hadFocus = bar.contains(document.activeElement);
    if (isReading) stop();
    else read();
    if (hadFocus && !focused.hidden) focused.focus();
}

function begin() {
    all = parts();
    for (const button of Object.values(buttons)) button.hidden = false;
    buttons.play.addEventListener("click", toggle);
    buttons.pause.addEventListener("click", toggle);
    buttons.back.addEventListener("click", () => step(-1));
    buttons.next.addEventListener("click", () => step(1));
    addEventListener("keydown", (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
        if (event.target.closest("input, select, textarea, audio, video")) return;
        const isForward = getComputedStyle(page).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
        if (event.key === "ArrowLeft" || event.key === "ArrowRight") step(event.key === isForward ? 1 : -1);
        else if (event.key === " " && !event.target.closest("button, a, summary")) toggle();
        else return;
        event.preventDefault();
    });
    addEventListener("pagehide", stop);
    set(false);
    buttons.play.focus();
    read();
}

if (!speech || !window.SpeechSynthesisUtterance) {
    news.textContent = bar.dataset.mute;
} else {
    // What is folded for a small screen is read as well.
    for (const fold of page.querySelectorAll("details.fold--paper")) fold.open = true;
    const late = setTimeout(begin, VOICES_MS);
    const ready = () => {
        if (!speech.getVoices().length) return;
        clearTimeout(late);
        speech.removeEventListener?.("voiceschanged", ready);
        begin();
    };
    speech.addEventListener?.("voiceschanged", ready);
    ready();
}
