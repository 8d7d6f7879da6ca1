// What every page has: the theme, and Go names that are copied by a click.
(function () {
	"use strict";
	var root = document.documentElement;

	// The theme is the system's until somebody chooses another.
	function saved(value) {
		try {
			if (value === undefined) return localStorage.getItem("specimen-theme");
			localStorage.setItem("specimen-theme", value);
		} catch (e) { /* a page from a file may not store anything */ }
		return null;
	}
	var system = matchMedia("(prefers-color-scheme: dark)");
	var theme = saved();
	if (theme === "light" || theme === "dark") root.dataset.theme = theme;
	root.classList.add("js");
	function dark() { return root.dataset.theme ? root.dataset.theme === "dark" : system.matches; }
	function label() { document.getElementById("theme").setAttribute("aria-pressed", String(dark())); }

	// copy puts a text into the clipboard, and says so.
	var fade;
	function copy(text) {
		function say(done) {
			var box = document.getElementById("copied");
			box.textContent = (done ? "Copied " : "Cannot copy ") + text;
			clearTimeout(fade);
			fade = setTimeout(function () { box.textContent = ""; }, 2500);
		}
		if (navigator.clipboard && isSecureContext) {
			navigator.clipboard.writeText(text).then(function () { say(true); }, function () { say(byHand(text)); });
		} else {
			say(byHand(text));
		}
	}

	// byHand is for pages that may not use the clipboard, such as those from plain HTTP.
	function byHand(text) {
		var box = document.createElement("textarea"), before = document.activeElement;
		box.value = text;
		box.className = "sr";
		document.body.append(box);
		box.select();
		var done = document.execCommand("copy");
		box.remove();
		if (before) before.focus();
		return done;
	}

	function go(e) {
		var name = e.target.closest(".go, .ty > i");
		if (!name || e.target.closest("a") || String(getSelection())) return;
		e.preventDefault(); // nothing is folded
		copy(name.textContent);
	}

	document.addEventListener("DOMContentLoaded", function () {
		document.getElementById("theme").addEventListener("click", function () {
			root.dataset.theme = dark() ? "light" : "dark";
			saved(root.dataset.theme);
			label();
		});
		system.addEventListener("change", label);
		document.addEventListener("click", go);
		document.addEventListener("keydown", function (e) {
			if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || e.target.matches("input")) return;
			e.preventDefault();
			document.getElementById("search").focus();
			document.getElementById("search").select();
		});
		label();
	});
	window.specimen = {copy: copy};
})();
