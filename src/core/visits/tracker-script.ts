/**
 * What `/mailroom/t.js` answers: the storefront's script (docs/storefront.md). It sends nothing unless the visitor is
 * known by a signed token (of a mail's link or of the log-in) and agreed to be tracked; the server asks for that consent again with
 * every page. It is sent as it stands here, so it is written short: a spec holds it under 3 KB.
 */
export const TRACKER_SCRIPT = `(function (w, d, nav) {
  "use strict"
  var tag = d.currentScript || d.querySelector('script[src*="/mailroom/t.js"]')
  if (!tag || w.mailroom) return
  var set = tag.dataset, store = "mailroom_visitor", memory = null, last = null
  var base = set.base || new URL(tag.src, location.href).origin
  var may = set.consent !== "wait" && !(nav.globalPrivacyControl || nav.doNotTrack === "1")

  function known() {
    try { return w.localStorage.getItem(store) || memory } catch (e) { return memory }
  }
  function keep(token) {
    memory = token
    try {
      if (token && may) w.localStorage.setItem(store, token)
      else w.localStorage.removeItem(store)
    } catch (e) {}
  }
  // The token of a mail's link leaves the address at once, so that a copied address names nobody.
  function arrive() {
    var url = new URL(w.location.href), token = url.searchParams.get("mr")
    if (!token) return
    url.searchParams.delete("mr")
    w.history.replaceState(w.history.state, "", url.href)
    keep(token)
  }
  function send(page) {
    var token = known()
    if (!may || !token) return
    w.fetch(base + "/store/mailroom/visits", {
      method: "POST", keepalive: true, credentials: "omit",
      headers: { "content-type": "application/json", "x-publishable-api-key": set.key || "" },
      body: JSON.stringify({ visitor: token, pages: [page] })
    }).then(function (r) { return r.ok ? r.json() : {} }).then(function (said) {
      if (said.visitor === "unknown") keep(null)
    }).catch(function () {})
  }
  function view(shown) {
    var page = { path: w.location.pathname }
    if (shown && shown.product) page.product = shown.product
    if (shown && shown.category) page.category = shown.category
    send(page)
  }
  function moved() {
    w.setTimeout(function () {
      arrive()
      if (w.location.pathname === last) return
      last = w.location.pathname
      view()
    }, 0)
  }

  w.mailroom = {
    view: view,
    identify: function (token) { if (token && token !== known()) { keep(token); view() } },
    consent: function (yes) { may = !!yes; keep(yes ? known() : null); if (yes) view() },
    forget: function () { keep(null) }
  }
  var push = w.history.pushState
  w.history.pushState = function () { push.apply(this, arguments); moved() }
  w.addEventListener("popstate", moved)
  if (set.visitor) keep(set.visitor)
  moved()
})(window, document, navigator)
`
