// The page of a platform: its search, its trees, and the places that links lead to.
(function () {
	"use strict";

	// A member has its details beside the folded part, so that links on its line are not in a
	// summary. foldOf returns the details of an element that has any, and unfold opens them.
	function foldOf(el) { return el.tagName === "DETAILS" ? el : el.matches(".m") ? el.querySelector(":scope > .l > details") : null; }
	function unfold(el) {
		var d = foldOf(el);
		if (d) d.open = true;
	}

	// reveal opens what an element is in.
	function reveal(el) {
		if (el && el.tagName === "DETAILS") el.open = true;
		for (var p = el && el.parentElement; p; p = p.parentElement) {
			p.classList.remove("off");
			unfold(p);
		}
	}

	function byId(id) { return document.getElementById(id) || document.getElementById(decode(id)) || document.getElementById(anchor(decode(id))); }

	// anchor writes a path as the page does, and path reads that.
	function anchor(path) {
		return Array.from(new TextEncoder().encode(path), function (c) {
			var s = String.fromCharCode(c);
			return /[\w/*~.:-]/.test(s) ? s : "=" + (c < 16 ? "0" : "") + c.toString(16).toUpperCase();
		}).join("");
	}
	function path(anchor) { return decode(anchor.replace(/=/g, "%")); }

	function decode(id) {
		try { return decodeURIComponent(id); } catch (e) { return id; }
	}

	// target shows the place that the address names, or says that there is none.
	function target() {
		var id = location.hash.slice(1), el = id && byId(id);
		unknown(id && !el ? decode(id) : "");
		current(el);
		if (!el) return;
		if (el.closest(".off") || el.classList.contains("off")) clear();
		reveal(el);
		unfold(el);
		el.scrollIntoView({block: el.closest(".json") ? "center" : "start"});
	}

	// unknown says that the page does not have a place, and what is nearest to it: the same
	// in other letters, or what it would be in.
	function unknown(id) {
		var box = document.getElementById("unknown");
		box.textContent = "";
		if (!id) return;
		box.append("This page has no “" + id + "”. ");
		var near = nearest(id);
		if (!near) return;
		var a = document.createElement("a");
		a.href = "#" + near.id;
		a.textContent = path(near.id);
		box.append("Nearest: ", a, ".");
		scrollTo(0, 0);
	}

	function nearest(id) {
		var lower = {};
		document.querySelectorAll("main [id]").forEach(function (el) { lower[el.id.toLowerCase()] = el; });
		for (var at = id.toLowerCase(); at; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
			if (lower[at]) return lower[at];
			if (lower["topic:" + at]) return lower["topic:" + at];
		}
		return null;
	}

	// current marks where the reader is in the list of contents.
	function current(el) {
		document.querySelectorAll("#contents [aria-current]").forEach(function (a) { a.removeAttribute("aria-current"); });
		for (; el; el = el.parentElement) {
			if (!el.id) continue;
			var a = document.querySelector('#contents a[href="#' + CSS.escape(el.id) + '"]');
			if (!a) continue;
			a.setAttribute("aria-current", "true");
			if (wide.matches) {
				reveal(a);
				a.scrollIntoView({block: "nearest"});
			}
			return;
		}
	}

	var wide = matchMedia("(min-width: 60rem)");
	var search, only, found, items;

	// index lists what can be found, each with its own text and without that of
	// what is in it.
	function index() {
		if (items) return items;
		items = [];
		document.querySelectorAll("main .t, .m, details.type").forEach(function (el) {
			var text = el.id;
			(el.matches(".t") ? [el] : el.querySelectorAll(":scope > summary, :scope > .l, :scope > .a, :scope > .note")).forEach(function (line) { text += " " + line.textContent; });
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
				if (n <= 200 && p !== item.el) unfold(p);
			}
			if (item.el.matches("details.type")) item.el.querySelectorAll(".m").forEach(function (m) { keep.add(m); });
		});
		contents(words, changes, keep);
		if (!words.length && !changes) {
			found.textContent = "";
			return;
		}
		all.forEach(function (item) { item.el.classList.toggle("off", !keep.has(item.el)); });
		rest.forEach(function (el) { el.classList.toggle("off", !keep.has(el) && !(changes && el.id === "changes")); });
		found.textContent = n === 0 ? "Nothing found." : n + (n === 1 ? " place" : " places") + ". Esc shows everything again.";
	}

	// contents leaves what is shown in the list of contents.
	function contents(words, changes, keep) {
		document.querySelectorAll("#contents li").forEach(function (li) {
			var el = byId(li.firstElementChild.getAttribute("href").slice(1));
			li.classList.toggle("off", (words.length > 0 || changes) && !keep.has(el));
		});
	}

	// Keys: on the line of a tree the arrows go up, down, in and out, and c copies its Go name.
	function key(e) {
		if (e.ctrlKey || e.metaKey || e.altKey) return;
		if (e.key === "Escape" && (search.value || only && only.checked)) {
			clear();
			return;
		}
		if (e.target.tagName !== "SUMMARY") return;
		var details = e.target.parentElement, whole = details.closest(".m") || details;
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
			var out = whole.parentElement.closest(".m, details");
			if (out) foldOf(out).querySelector("summary").focus();
			break;
		case "c":
			var name = whole.querySelector(".ty > i, .go");
			if (name) specimen.copy(name.textContent);
		}
	}

	function step(e, by) {
		e.preventDefault();
		var all = Array.prototype.filter.call(document.querySelectorAll("summary"), function (s) { return s.checkVisibility(); });
		var i = Math.max(0, Math.min(all.length - 1, all.indexOf(e.target) + by));
		all[i].focus();
	}

	// fold opens or closes all types with the objects in them, but not the reasons.
	function fold(open) {
		if (open && document.querySelector(".off")) clear();
		document.querySelectorAll(open ? "details.type, .tree > .l > details" : "main details").forEach(function (d) { d.open = open; });
	}

	// tools adds to an opened member what can be copied of it.
	function tools(e) {
		var m = e.target.closest(".m[id]");
		if (!e.target.open || !m || foldOf(m) !== e.target) return;
		var line = m.querySelector(":scope > .y > .e"), go = m.querySelector(":scope > .l > .ty > i");
		if (!line || line.querySelector("button")) return;
		var id = m.id;
		if (go) line.append(button("Copy Go", go.textContent));
		line.append(button("Copy path", path(id)));
		var a = document.createElement("a");
		a.href = "#" + id;
		a.textContent = "Link";
		line.append(" ", a);
	}

	// line folds the member on the line of which somebody clicks.
	function line(e) {
		var l = e.target.closest(".l");
		var d = l && l.querySelector(":scope > details");
		if (d && !e.target.closest("a, summary, .ty > i") && !String(getSelection())) d.open = !d.open;
	}

	function button(label, text) {
		var b = document.createElement("button");
		b.type = "button";
		b.textContent = label;
		b.title = text;
		b.addEventListener("click", function () { specimen.copy(text); });
		return b;
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
		// The types are at the side where there is room; the topics begin the page anyway.
		if (wide.matches) document.querySelectorAll("#contents details:not(:has(a[href^='#topic:']))").forEach(function (d) { d.open = true; });
		document.addEventListener("keydown", key);
		document.addEventListener("toggle", tools, true);
		document.addEventListener("click", line);
		addEventListener("hashchange", target);
		addEventListener("load", target); // after the browser has scrolled
		target();
	});
})();
