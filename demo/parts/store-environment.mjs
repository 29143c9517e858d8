import path from "node:path"
import { ADMIN } from "./admin-login.mjs"

/** The store's environment: the repo's own medusa-config.ts reads it. */
export function storeEnvironment({ wishes, databaseUrl, smtpUrl, inboxUrl }) {
  const origin = `http://localhost:${wishes.port}`
  return {
    PORT: String(wishes.port),
    DATABASE_URL: databaseUrl,
    STORE_CORS: origin,
    ADMIN_CORS: origin,
    AUTH_CORS: origin,
    MAILROOM_SMTP_URL: smtpUrl,
    // Only to the inbox of the demo: a real mail server has no use for them.
    ...(inboxUrl && { DEMO_TELEPHONE_SMTP_URL: inboxUrl }),
    MAILROOM_ENVIRONMENT: "demo",
    MAILROOM_BASE_URL: origin,
    MAILROOM_SETTINGS: JSON.stringify(demoSettings(origin)),
    DEMO_ORIGIN: origin,
    DEMO_VITE_CACHE: path.join(wishes.home, "vite"),
    DEMO_ADMIN_EMAIL: ADMIN.email,
    DEMO_ADMIN_PASSWORD: ADMIN.password,
  }
}

/** Defaults for the merchant's settings, so that the demo sends from its first minute; the admin may change them all. */
function demoSettings(origin) {
  return {
    general: {
      baseUrl: origin,
      storefrontUrl: origin,
      cartUrlPattern: `${origin}/static/demo/cart.html?id={cart_id}`,
      timeZone: "Europe/Berlin",
      locale: "en",
    },
    owner: { addresses: ["owner@example.com"] },
    sender: {
      name: "Nordhain",
      from_name: "Nordhain",
      from_email: "shop@example.com",
      marketing_from_email: "news@example.com",
      reply_to: "hello@example.com",
      postal_address: "Nordhain, Speicherstr. 1, 20457 Hamburg (demo)",
      storefront_url: origin,
      brand: { shopName: "Nordhain", primaryColor: "#2f5d62", backgroundColor: "#f4f1ec" },
      is_default: true,
    },
  }
}
