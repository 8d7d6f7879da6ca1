// Checks of a page, in a frame of TestPagesInBrowser. What fails is sent to the
// page around it.
(function () {
	"use strict";
	var failed = [], checks = 0;
	function check(ok, what) {
		checks++;
		if (!ok) failed.push(what);
	}
	addEventListener("error", function (e) { failed.push("error: " + e.message); });
	document.addEventListener("securitypolicyviolation", function (e) { failed.push("against the policy: " + e.violatedDirective); });
	window.alert = function () { failed.push("text of the spec was run"); };

	function press(key) {
		(document.activeElement || document.body).dispatchEvent(new KeyboardEvent("keydown", {key: key, bubbles: true, cancelable: true}));
	}
	function pause(ms) { return new Promise(function (done) { setTimeout(done, ms); }); }
	async function search(text) {
		var box = document.getElementById("search");
		box.value = text;
		box.dispatchEvent(new Event("input"));
		await pause(200);
	}
	function narrow(when) {
		var most = document.documentElement.scrollWidth;
		check(most <= innerWidth, when + ": " + most + " wide in " + innerWidth);
	}
	function visible(el) { return el.checkVisibility(); }

	// overview uses the index.
	async function overview() {
		check(performance.getEntriesByType("resource").length === 0, "something was loaded");
		check(document.title !== "" && document.documentElement.lang === "en", "no title or language");
		narrow("index");
		controls();
		var topics = document.querySelectorAll(".t"), last = topics[topics.length - 1];
		check(topics.length > 0 && Array.prototype.every.call(topics, visible), "a topic is not shown");
		press("/");
		check(document.activeElement.id === "search", "/ does not go to the search");
		await search(last.textContent + " " + last.closest("article").id);
		check(visible(last), "what is searched for is not shown");
		check(/^\d+ topic/.test(document.getElementById("found").textContent), "no count of what was found");
		await search("no such thing anywhere");
		check(document.getElementById("found").textContent === "Nothing found.", "found what is not there");
		check(!visible(last) && !visible(last.closest("article")), "what is not found is shown");
		press("Escape");
		check(visible(last) && document.getElementById("search").value === "", "Escape does not clear");
		themes();
		done();
	}

	// controls checks that every control has a name, and is reached by the keyboard.
	function controls() {
		document.querySelectorAll("button, input, summary, a[href]").forEach(function (el) {
			var name = el.textContent.trim() || el.labels && el.labels.length && el.labels[0].textContent.trim();
			if (!name && !el.closest(".l")) failed.push("a " + el.tagName + " has no name");
			if (el.tabIndex < 0) failed.push("a " + el.tagName + " cannot have the focus");
		});
	}

	function themes() {
		var theme = document.getElementById("theme"), before = getComputedStyle(document.body).backgroundColor;
		theme.click();
		check(getComputedStyle(document.body).backgroundColor !== before, "the theme does not change");
		contrast("one theme");
		theme.click();
		check(getComputedStyle(document.body).backgroundColor === before, "the theme does not change back");
		contrast("the other theme");
	}

	function done() {
		parent.postMessage({page: location.search.slice(1), checks: checks, failed: failed}, "*");
	}

	async function run() {
		if (document.querySelector("main.index")) return overview();
		check(performance.getEntriesByType("resource").length === 0, "something was loaded");
		check(document.title !== "" && document.documentElement.lang === "en", "no title or language");
		check(document.querySelectorAll("main details[open]").length === 0, "something is open at first");
		var wide = innerWidth > 960, types = document.querySelector("#contents a[href='#" + document.querySelector("details.type").id + "']");
		check(visible(types) === wide, "the list of types is " + (wide ? "not " : "") + "shown");
		check(!wide || types.getBoundingClientRect().top < innerHeight, "the list of types begins too far down");
		check(visible(types.closest("nav").querySelector("a[href='#rules']")), "the parts of the page are not listed");
		narrow("folded");

		controls();

		check(!document.querySelector("summary a, summary button"), "something with a function of its own is in a summary");

		// Keys.
		var first = document.querySelector("details.type > summary");
		first.focus();
		check(document.activeElement === first, "a summary takes no focus");
		press("ArrowRight");
		check(first.parentElement.open, "ArrowRight does not open");
		press("ArrowDown");
		check(document.activeElement !== first && document.activeElement.tagName === "SUMMARY", "ArrowDown does not go on");
		press("ArrowUp");
		check(document.activeElement === first, "ArrowUp does not go back");
		press("ArrowLeft");
		check(!first.parentElement.open, "ArrowLeft does not close");
		// The lines of headings, and of what is at the side, end between words.
		document.querySelectorAll("h1, h2, h3, th, #contents summary").forEach(function (el) {
			var style = getComputedStyle(el);
			check(style.overflowWrap !== "anywhere" && style.wordBreak === "normal" && el.scrollWidth <= el.clientWidth + 1 || style.display === "inline", "a heading breaks: " + el.textContent);
		});

		// A click, and a key, copy what Go calls a field. The clipboard of the browser answers in its
		// own time, for which a page under test does not wait.
		var clipboard = [];
		Object.defineProperty(navigator, "clipboard", {value: {writeText: function (text) { clipboard.push(text); return Promise.resolve(); }}});
		var copied = document.getElementById("copied"), go = document.querySelector(".m[id] .ty > i");
		var folded = go.closest("details.type");
		folded.open = true;
		var row = go.closest(".m"), line = row.querySelector("details"), was = line.open;
		go.click();
		await pause(50);
		check(copied.textContent === "Copied " + go.textContent, "a click on a Go name does not copy it: " + copied.textContent);
		check(line.open === was, "a click on a Go name opens its line");
		copied.textContent = "";
		line.querySelector("summary").focus();
		press("c");
		await pause(50);
		check(copied.textContent === "Copied " + go.textContent, "c does not copy the Go name: " + copied.textContent);
		check(clipboard.join() === go.textContent + "," + go.textContent, "the clipboard has " + clipboard.join());
		line.open = true;
		await pause(50);
		var tools = row.querySelectorAll(":scope > .y > .e button");
		check(visible(row.querySelector(":scope > .y")), "an open line does not show its folded part");
		check(tools.length === 2 && tools[0].textContent === "Copy Go" && tools[0].title === go.textContent, "an open line has no button that copies");
		line.open = false;
		await pause(50);
		check(!visible(row.querySelector(":scope > .y")), "a closed line shows its folded part");
		row.querySelector(":scope > .l").click();
		check(line.open, "a click on a line does not open it");
		folded.open = line.open = false;
		first.focus();
		press("/");
		check(document.activeElement.id === "search", "/ does not go to the search");

		// Search.
		var member = document.querySelector("details.type .m[id]");
		await search(member.id.toLowerCase());
		check(visible(member) && member.closest("details.type").open, "what is searched for is not shown: " + member.id);
		check(/^\d+ place/.test(document.getElementById("found").textContent), "no count of what was found");
		await search("no such thing anywhere");
		check(document.getElementById("found").textContent === "Nothing found.", "found what is not there");
		check(!visible(document.querySelector(".t")), "what is not found is shown");
		press("Escape");
		check(document.querySelectorAll(".off").length === 0 && document.getElementById("search").value === "", "Escape does not clear");

		// Links to evidence and decisions.
		document.getElementById("close").click();
		check(document.querySelectorAll("main details[open]").length === 0, "Close all leaves something open");
		var seen = document.querySelector(".e a");
		if (seen) {
			seen.click();
			await pause(50);
			var place = document.querySelector(":target");
			check(place && visible(place) && place.closest(".json"), "the evidence is not shown");
		}
		var decided = document.querySelector(".d a");
		if (decided) {
			decided.click();
			await pause(50);
			check(visible(document.querySelector(":target")), "the decision is not shown");
		}
		location.hash = "#" + member.id;
		await pause(50);
		check(visible(member), "the path of a member does not lead to it: " + member.id);

		// An address that the page does not have.
		var unknown = document.getElementById("unknown");
		check(unknown.textContent === "", "a known path is called unknown: " + unknown.textContent);
		location.hash = "#" + member.id + "/<b>nothing</b>";
		await pause(50);
		check(/^This page has no “.*\/<b>nothing<\/b>”/.test(unknown.textContent) && !unknown.querySelector("b"), "an unknown path is not called that: " + unknown.innerHTML);
		check(unknown.querySelector("a").getAttribute("href") === "#" + member.id, "the nearest path is " + unknown.querySelector("a").href);
		location.hash = "#" + member.id.toUpperCase();
		await pause(50);
		check(unknown.querySelector("a").getAttribute("href").toUpperCase() === "#" + member.id.toUpperCase(), "no path in other letters is found");
		location.hash = "#content";
		await pause(50);
		check(unknown.textContent === "", "what was unknown stays so");

		themes();

		// What changed is said in words, not by colour alone.
		var only = document.getElementById("only");
		document.querySelectorAll("main .new, main .removed, main .changed").forEach(function (el) {
			if (el.classList.contains("badge")) return;
			var badge = el.querySelector(".badge");
			if (!badge || !el.classList.contains(badge.textContent)) failed.push("a change has no word: " + el.id);
		});
		if (only) {
			only.click();
			await pause(50);
			var shown = Array.prototype.filter.call(document.querySelectorAll("main .t"), visible);
			check(shown.length > 0 && shown.every(function (el) { return el.matches(".new, .removed, .changed"); }), "only changes shows others");
			press("Escape");
			check(!only.checked, "Escape does not clear only changes");
		}

		document.getElementById("open").click();
		document.querySelectorAll("details.example").forEach(function (d) { d.open = true; });
		narrow("open");
		done();
	}

	// contrast holds that text can be read (WCAG 2, AA).
	function contrast(when) {
		["body", ".lead", ".ty", ".v", ".w", "nav a", "nav li a", ".badge", "small", "kbd", ".meta", ".a", ".e", ".o.may", ".o.required", ".o.decided", ".o.unsent", ".o.kinds", ".json i", ".json b", ".json u", "#unknown", "dt", "dd small", ".topics a"].forEach(function (name) {
			var el = document.querySelector(name);
			if (!el) return;
			var back = el;
			while (back && getComputedStyle(back).backgroundColor === "rgba(0, 0, 0, 0)") back = back.parentElement;
			var a = light(getComputedStyle(el).color), b = light(getComputedStyle(back || document.body).backgroundColor);
			var ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
			check(ratio >= 4.5, when + ": " + name + " has a contrast of " + ratio.toFixed(1));
		});
	}
	function light(color) {
		var parts = color.match(/[\d.]+/g).slice(0, 3).map(function (c) {
			c /= 255;
			return c <= .04045 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4);
		});
		return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
	}

	document.addEventListener("DOMContentLoaded", function () {
		setTimeout(function () {
			run().catch(function (e) {
				failed.push("the checks ended early: " + e.message);
				done();
			});
		});
	});
})();
