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

	async function run() {
		check(performance.getEntriesByType("resource").length === 0, "something was loaded");
		check(document.title !== "" && document.documentElement.lang === "en", "no title or language");
		check(document.querySelectorAll("details[open]").length === 0, "something is open at first");
		narrow("folded");

		// Every control has a name, and is reached by the keyboard.
		document.querySelectorAll("button, input, summary, a[href]").forEach(function (el) {
			var name = el.textContent.trim() || el.labels && el.labels.length && el.labels[0].textContent.trim();
			if (!name && !el.closest(".line")) failed.push("a " + el.tagName + " has no name");
			if (el.tabIndex < 0) failed.push("a " + el.tagName + " cannot have the focus");
		});

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
		press("/");
		check(document.activeElement.id === "search", "/ does not go to the search");

		// Search.
		var member = document.querySelector("details.type .m[id]");
		await search(member.id.toLowerCase());
		check(visible(member) && member.closest("details").open, "what is searched for is not shown: " + member.id);
		check(/^\d+ place/.test(document.getElementById("found").textContent), "no count of what was found");
		await search("no such thing anywhere");
		check(document.getElementById("found").textContent === "Nothing found.", "found what is not there");
		check(!visible(document.querySelector(".t")), "what is not found is shown");
		press("Escape");
		check(document.querySelectorAll(".off").length === 0 && document.getElementById("search").value === "", "Escape does not clear");

		// Links to evidence and decisions.
		document.getElementById("close").click();
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

		// Themes.
		var theme = document.getElementById("theme"), before = getComputedStyle(document.body).backgroundColor;
		theme.click();
		check(getComputedStyle(document.body).backgroundColor !== before, "the theme does not change");
		contrast("one theme");
		theme.click();
		check(getComputedStyle(document.body).backgroundColor === before, "the theme does not change back");
		contrast("the other theme");

		// What changed is said in words, not by colour alone.
		var only = document.getElementById("only");
		document.querySelectorAll(".new, .removed, .changed").forEach(function (el) {
			if (el.classList.contains("badge")) return;
			var badge = el.querySelector(".badge");
			if (!badge || !el.classList.contains(badge.textContent)) failed.push("a change has no word: " + el.id);
		});
		if (only) {
			only.click();
			await pause(50);
			var shown = Array.prototype.filter.call(document.querySelectorAll(".t"), visible);
			check(shown.length > 0 && shown.every(function (el) { return el.matches(".new, .removed, .changed"); }), "only changes shows others");
			press("Escape");
			check(!only.checked, "Escape does not clear only changes");
		}

		document.getElementById("open").click();
		document.querySelectorAll("details.example").forEach(function (d) { d.open = true; });
		narrow("open");
		parent.postMessage({page: location.search.slice(1), checks: checks, failed: failed}, "*");
	}

	// contrast holds that text can be read (WCAG 2, AA).
	function contrast(when) {
		["body", ".lead", ".ty", ".v", ".p", ".w", "nav a", ".badge", "small", "kbd"].forEach(function (name) {
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
				parent.postMessage({page: location.search.slice(1), checks: checks, failed: failed}, "*");
			});
		});
	});
})();
