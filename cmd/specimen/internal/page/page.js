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
	function dark() { return root.dataset.theme ? root.dataset.theme === "dark" : system.matches; }

	// reveal opens what an element is in.
	function reveal(el) {
		if (el && el.tagName === "DETAILS") el.open = true;
		for (var p = el && el.parentElement; p; p = p.parentElement) {
			p.classList.remove("off");
			if (p.tagName === "DETAILS") p.open = true;
		}
	}

	function target() {
		var id = location.hash.slice(1);
		if (!id) return;
		var el = document.getElementById(id) || document.getElementById(decode(id));
		if (!el) return;
		if (el.closest(".off") || el.classList.contains("off")) clear();
		reveal(el);
		if (el.classList.contains("m") && el.firstElementChild.tagName === "DETAILS") el.firstElementChild.open = true;
		el.scrollIntoView({block: el.closest(".json") ? "center" : "start"});
	}

	function decode(id) {
		try { return decodeURIComponent(id); } catch (e) { return id; }
	}

	var search, only, found, items;

	// index lists what can be found, each with its own text and without that of
	// what is in it.
	function index() {
		if (items) return items;
		items = [];
		document.querySelectorAll(".t, .m, details.type").forEach(function (el) {
			var line = el.matches("details.type") ? el.querySelector("summary") : el.querySelector(".line");
			var text = line.textContent + " " + el.id;
			if (el.matches(".t")) text = el.textContent;
			items.push({el: el, text: text.toLowerCase(), marked: el.matches(".new, .removed, .changed")});
		});
		return items;
	}

	function clear() {
		search.value = "";
		if (only) only.checked = false;
		filter();
	}

	// filter shows what is searched for, with what it is in.
	function filter() {
		var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
		var changes = only && only.checked;
		var all = index(), keep = new Set(), n = 0;
		var rest = document.querySelectorAll("main > *");
		rest.forEach(function (el) { el.classList.remove("off"); });
		all.forEach(function (item) {
			item.el.classList.remove("hit", "off");
			if (!words.length && !changes) return;
			var ok = words.every(function (w) { return item.text.indexOf(w) >= 0; });
			if (!ok || changes && !item.marked) return;
			n++;
			if (words.length) item.el.classList.add("hit");
			for (var p = item.el; p; p = p.parentElement) {
				keep.add(p);
				// Open what it is in; a page of thousands stays folded.
				if (n <= 200 && p !== item.el && p.tagName === "DETAILS") p.open = true;
			}
			if (item.el.matches("details.type")) item.el.querySelectorAll(".m").forEach(function (m) { keep.add(m); });
		});
		if (!words.length && !changes) {
			found.textContent = "";
			return;
		}
		all.forEach(function (item) { item.el.classList.toggle("off", !keep.has(item.el)); });
		rest.forEach(function (el) { el.classList.toggle("off", !keep.has(el) && !(changes && el.id === "changes")); });
		found.textContent = n === 0 ? "Nothing found." : n + (n === 1 ? " place" : " places") + ". Esc shows everything again.";
	}

	// Keys: / searches; on the line of a tree the arrows go up, down, in and out.
	function key(e) {
		if (e.ctrlKey || e.metaKey || e.altKey) return;
		if (e.key === "Escape" && (search.value || only && only.checked)) {
			clear();
			return;
		}
		if (e.target.matches("input")) return;
		if (e.key === "/") {
			e.preventDefault();
			search.focus();
			search.select();
			return;
		}
		if (e.target.tagName !== "SUMMARY") return;
		var details = e.target.parentElement;
		switch (e.key) {
		case "ArrowDown": step(e, 1); break;
		case "ArrowUp": step(e, -1); break;
		case "Home": step(e, -1e9); break;
		case "End": step(e, 1e9); break;
		case "ArrowRight":
			e.preventDefault();
			if (details.open) step(e, 1); else details.open = true;
			break;
		case "ArrowLeft":
			e.preventDefault();
			if (details.open) { details.open = false; break; }
			var outer = details.parentElement.closest("details");
			if (outer) outer.querySelector("summary").focus();
			break;
		}
	}

	function step(e, by) {
		e.preventDefault();
		var all = Array.prototype.filter.call(document.querySelectorAll("summary"), function (s) { return s.checkVisibility(); });
		var i = Math.max(0, Math.min(all.length - 1, all.indexOf(e.target) + by));
		all[i].focus();
	}

	function fold(open) {
		if (open && document.querySelector(".off")) clear();
		document.querySelectorAll("details.type, details.type details").forEach(function (d) { d.open = open; });
	}

	function label() {
		var b = document.getElementById("theme");
		b.setAttribute("aria-pressed", String(dark()));
	}

	document.addEventListener("DOMContentLoaded", function () {
		search = document.getElementById("search");
		only = document.getElementById("only");
		found = document.getElementById("found");
		var later;
		search.addEventListener("input", function () {
			clearTimeout(later);
			later = setTimeout(filter, 80);
		});
		if (only) only.addEventListener("change", filter);
		document.getElementById("open").addEventListener("click", function () { fold(true); });
		document.getElementById("close").addEventListener("click", function () { fold(false); });
		document.getElementById("theme").addEventListener("click", function () {
			root.dataset.theme = dark() ? "light" : "dark";
			saved(root.dataset.theme);
			label();
		});
		system.addEventListener("change", label);
		document.addEventListener("keydown", key);
		addEventListener("hashchange", target);
		label();
		target();
	});
})();
