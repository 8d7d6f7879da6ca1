// The search of the index.
(function () {
	"use strict";
	document.addEventListener("DOMContentLoaded", function () {
		var search = document.getElementById("search"), found = document.getElementById("found");
		function filter() {
			var words = search.value.toLowerCase().split(/\s+/).filter(Boolean), n = 0;
			document.querySelectorAll("article").forEach(function (platform) {
				var any = false;
				platform.querySelectorAll(".t").forEach(function (topic) {
					var text = (platform.id + " " + topic.textContent).toLowerCase();
					var ok = words.every(function (w) { return text.indexOf(w) >= 0; });
					topic.classList.toggle("off", !ok);
					if (ok) { any = true; n++; }
				});
				platform.classList.toggle("off", words.length > 0 && !any);
			});
			found.textContent = !words.length ? "" : n === 0 ? "Nothing found." : n + (n === 1 ? " topic" : " topics") + ". Esc shows everything again.";
		}
		search.addEventListener("input", filter);
		document.addEventListener("keydown", function (e) {
			if (e.key !== "Escape" || !search.value) return;
			search.value = "";
			filter();
		});
	});
})();
