import path from "node:path"
import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import { creditPoints } from "./demo/credit-points"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

const root = __dirname

const EDITOR_LIBRARIES = [
  "@dnd-kit/core",
  "@tiptap/core",
  "@tiptap/extension-text-align",
  "@tiptap/extension-text-style",
  "@tiptap/react",
  "@tiptap/starter-kit",
  "@xyflow/react",
  "zod",
]

/** The repo itself runs as a store: for the demo, for development and for the integration tests. */
export default defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: process.env.AUTH_CORS ?? "http://localhost:9000",
      // Only for this repo's demo and tests; a real store sets its own.
      jwtSecret: process.env.JWT_SECRET ?? "for-demo-and-tests-only",
      cookieSecret: process.env.COOKIE_SECRET ?? "for-demo-and-tests-only",
    },
  },
  admin: {
    disable: process.env.MAILROOM_ADMIN === "off",
    // Undocumented, but needed for the Tailwind classes of our top-level admin folder.
    sources: [path.join(root, "src/admin"), path.join(root, "admin")],
    // The editor is fetched when somebody writes; without this Vite would find its libraries only then, and load the page anew.
    vite: () => ({
      optimizeDeps: { include: EDITOR_LIBRARIES },
      // Two shops of one checkout would take each other's libraries away.
      ...(process.env.DEMO_VITE_CACHE && { cacheDir: process.env.DEMO_VITE_CACHE }),
    }),
  } as never,
  modules: [
    {
      // Medusa's own, and a telephone for SMS and push whose messages lie in the demo's inbox.
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          { resolve: "@medusajs/medusa/notification-local", id: "local", options: { channels: ["feed"] } },
          {
            resolve: path.join(root, "demo/telephone"),
            id: "telephone",
            options: { channels: ["sms", "push"], smtpUrl: process.env.DEMO_TELEPHONE_SMTP_URL },
          },
        ],
      },
    },
    {
      resolve: "./src/modules/mailroom",
      options: {
        smtpUrl: process.env.MAILROOM_SMTP_URL,
        redisUrl: process.env.MAILROOM_REDIS_URL,
        baseUrl: process.env.MAILROOM_BASE_URL,
        environment: process.env.MAILROOM_ENVIRONMENT,
        // JSON; the demo's defaults for what a merchant sets in the admin.
        settings: process.env.MAILROOM_SETTINGS ? JSON.parse(process.env.MAILROOM_SETTINGS) : undefined,
        actions: [creditPoints],
        runtime: process.env.MAILROOM_RUNTIME === "manual" ? "manual" : "auto",
      },
    },
  ],
})
