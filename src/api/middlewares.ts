import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { requireRight } from "./admin/mailroom/require-right"
import { refuseUndecodable } from "./refuse-undecodable"

export default defineMiddlewares({
  routes: [
    { matcher: "/admin/mailroom", middlewares: [requireRight] },
    // Medusa takes 100 kB; own HTML alone may have five times that.
    { matcher: "/admin/mailroom/mailings*", bodyParser: { sizeLimit: "2mb" } },
    { matcher: "/admin/mailroom/templates*", bodyParser: { sizeLimit: "2mb" } },
    { matcher: "/admin/mailroom/content/*", bodyParser: { sizeLimit: "2mb" } },
    { matcher: "/mailroom", middlewares: [refuseUndecodable] },
    { matcher: "/store/mailroom/communications", middlewares: [authenticate("customer", ["session", "bearer"])] },
    { matcher: "/store/mailroom/visitor", middlewares: [authenticate("customer", ["session", "bearer"])] },
    { matcher: "/store/mailroom/stock-requests", middlewares: [authenticate("customer", ["session", "bearer"])] },
    { matcher: "/store/mailroom/visits", bodyParser: { sizeLimit: "16kb" } },
    // The public routes read their own small bodies: one-click POSTs come as multipart or urlencoded (RFC 8058).
    { matcher: "/mailroom/u/*", bodyParser: false },
    { matcher: "/mailroom/p/*", bodyParser: false },
    { matcher: "/mailroom/q/*", bodyParser: false },
    // A file of any size is read as it comes, never held as a whole.
    { matcher: "/admin/mailroom/imports/upload", bodyParser: false },
  ],
})
