import { defineMiddlewares } from "@medusajs/framework/http"
import { requireRight } from "./admin/mailroom/require-right"
import { refuseUndecodable } from "./refuse-undecodable"

export default defineMiddlewares({
  routes: [
    { matcher: "/admin/mailroom", middlewares: [requireRight] },
    { matcher: "/mailroom", middlewares: [refuseUndecodable] },
    // The public routes read their own small bodies: one-click POSTs come as multipart or urlencoded (RFC 8058).
    { matcher: "/mailroom/u/*", bodyParser: false },
    { matcher: "/mailroom/p/*", bodyParser: false },
  ],
})
