/** The practice site's own page: the contents of the world, the latest requests, and buttons for faults. Its script fills it. */
export const controlPage = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Behind the scenes · Practice Gallery</title>
<link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/practice/pages/frame.css"><link rel="stylesheet" href="/practice/pages/gallery.css"><link rel="stylesheet" href="/practice/pages/model.css"><link rel="stylesheet" href="/practice/pages/control.css">
<script type="module" src="/practice/pages/control.js"></script></head><body class="control-page">
<p class="p-banner">Practice site, made-up models and people</p>
<header class="p-top"><a class="p-brand" href="/3d-models/popular">Practice Gallery</a><nav aria-label="Main"><a href="/3d-models/popular">Back to the models</a></nav></header>
<main>
  <header class="p-head"><h1>Behind the scenes</h1><p>What this site contains, what was requested, and how to make it misbehave.</p></header>
  <dl class="k-figures" id="figures"></dl>
  <section><h2>Misbehave</h2>
    <p>Each button plans a fault for requests to <code>/i/</code> and <code>/v3/</code>; the next matching request gets it.</p>
    <div class="k-buttons" id="faults"></div>
    <ul class="k-planned" id="planned"></ul>
  </section>
  <section><h2>Last requests</h2>
    <label class="k-only"><input type="checkbox" id="only-api" checked> Only <code>/i/</code> and <code>/v3/</code></label>
    <div class="k-scroll"><table><thead><tr><th>Time</th><th>Since last</th><th>Request</th><th>Answer</th><th>Took</th><th>Cookies</th></tr></thead><tbody id="requests"></tbody></table></div>
    <p class="k-none" id="no-requests" hidden>No requests yet.</p>
  </section>
</main></body></html>`;
