import { copyFileSync } from "node:fs"
import path from "node:path"
import { paintAll } from "../shop/pictures.mjs"
import { runMedusa } from "./medusa.mjs"
import { schemaFingerprint } from "./stamps.mjs"

/** Raise it when demo/shop/ makes other data: the next start on an old home says how to get it. */
const SHOP_VERSION = "1"

/** `medusa db:migrate` takes 16 s even with nothing to do: skipped when neither packages nor migrations changed. */
export async function makeTables({ root, home, env, stamps }, say) {
  const fingerprint = schemaFingerprint(root)
  if ((await stamps.read("schema")) === fingerprint) return say("up to date")
  say("Medusa's and Mailroom's migrations (about half a minute the first time)")
  // Medusa's scripts carry over what older versions stored, and boot the whole store for it: here is nothing yet.
  await runMedusa(["db:migrate", "--execute-safe-links", "--skip-scripts"], {
    root,
    env,
    log: path.join(home, "prepare.log"),
  })
  await stamps.write("schema", fingerprint)
}

export function paintPictures({ root }, say) {
  const folder = path.join(root, "static", "demo")
  const painted = paintAll(folder)
  // Stands for the storefront that the demo has not: where the way back to a cart ends.
  copyFileSync(path.join(root, "demo/shop/storefront-cart.html"), path.join(folder, "cart.html"))
  if (painted) say(`painted ${painted} product pictures`)
}

export async function fillShop({ root, home, env, origin, stamps }, say) {
  const version = await stamps.read("shop")
  if (!version) {
    const onLine = (message) => message.say && say(message.say)
    await runMedusa(["exec", "./demo/shop/fill.ts"], { root, env, log: path.join(home, "prepare.log"), onLine })
    await stamps.write("shop", SHOP_VERSION)
    return stamps.write("origin", origin)
  }
  if (version !== SHOP_VERSION) say(`this is an older demo shop (${version}); for the new one remove ${home}`)
  else say("there already")
  await followOrigin({ origin, stamps })
}

/** Pictures are kept by their full address: with another PORT they would all be broken. */
async function followOrigin({ origin, stamps }) {
  const before = await stamps.read("origin")
  if (before === origin) return
  for (const [table, column] of [
    ["product", "thumbnail"],
    ["image", "url"],
    ["order_line_item", "thumbnail"],
    ["cart_line_item", "thumbnail"],
  ])
    await stamps.client.query(`UPDATE ${table} SET ${column} = replace(${column}, $1, $2) WHERE ${column} LIKE $3`, [
      `${before}/`,
      `${origin}/`,
      `${before}/%`,
    ])
  await stamps.write("origin", origin)
}
