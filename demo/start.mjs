/**
 * `npm start`: a whole shop with Mailroom in it, on a machine that has only Node.
 * Everything it makes lies in MAILROOM_DEMO_HOME (default `.demo/`); removing that folder starts anew.
 */
import path from "node:path"
import { fileURLToPath } from "node:url"
import { Trouble } from "../scripts/trouble.mjs"
import { ADMIN } from "./parts/admin-login.mjs"
import { openDatabase } from "./parts/database.mjs"
import { goLive } from "./parts/go-live.mjs"
import { takeHome } from "./parts/lock.mjs"
import { startMailCatcher } from "./parts/mail-catcher.mjs"
import { startStore, stopCommands } from "./parts/medusa.mjs"
import { checkNodeVersion } from "./parts/node-version.mjs"
import { print, sinceStart, step } from "./parts/progress.mjs"
import { claimPorts } from "./parts/claim-ports.mjs"
import { fillShop, makeTables, paintPictures } from "./parts/prepare.mjs"
import { noteRunning } from "./parts/running.mjs"
import { openStamps } from "./parts/stamps.mjs"
import { storeEnvironment } from "./parts/store-environment.mjs"
import { watchNpm } from "./parts/watch-npm.mjs"
import { readWishes } from "./parts/wishes.mjs"
import { welcomeShoppers } from "./simulator/welcome.mjs"

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..")
/** What has to be closed again, newest first. */
const closers = []
let isStopping = false

async function open() {
  checkNodeVersion()
  const wishes = readWishes(process.env, root)
  const lock = takeHome(wishes.home)
  closers.push(lock.leave)
  await claimPorts(wishes, lock)

  const database = await step("Database", (say) => openDatabase(wishes, say))
  closers.push(database.close)
  const catcher = wishes.smtpUrl
    ? undefined
    : await step("Mail catcher", () => startMailCatcher({ home: wishes.home, port: wishes.mailboxPort }))
  if (catcher) closers.push(catcher.close)
  closers.push(stopCommands)

  const shop = { root, home: wishes.home, origin: `http://localhost:${wishes.port}` }
  const env = storeEnvironment({
    wishes,
    databaseUrl: database.url,
    smtpUrl: wishes.smtpUrl ?? catcher.smtpUrl,
    inboxUrl: catcher?.smtpUrl,
  })
  const stamps = await openStamps(database.url)
  await step("Tables", (say) => makeTables({ ...shop, env, stamps }, say))
  await step("Demo shop", async (say) => {
    paintPictures(shop, say)
    await fillShop({ ...shop, env, stamps }, say)
  })

  const store = await step("Store", () =>
    startStore({ ...shop, env, log: path.join(wishes.home, "store.log"), port: wishes.port }),
  )
  closers.push(noteRunning(wishes.home, { origin: shop.origin, inbox: catcher?.url }))
  await step("Mailroom", async (say) => {
    await goLive({ origin: shop.origin, isFirst: !(await stamps.read("live")) }, say)
    await stamps.write("live", "yes")
  })
  await stamps.close()
  await step("An order and a registration", (say) => welcomeShoppers({ origin: shop.origin, inbox: catcher?.url }, say))

  store.ended.then((code) =>
    stop(new Trouble(`The store ended by itself (exit code ${code}). Its log: ${path.join(wishes.home, "store.log")}`)),
  )
  print()
  print(`Everything runs, after ${sinceStart()}. Ctrl-C stops it.`)
  print(`  Admin    ${shop.origin}/app`)
  print(`  Login    ${ADMIN.email}   password: ${ADMIN.password}`)
  print(
    `  Inbox    ${catcher ? `${catcher.url}   (list as JSON: ${catcher.url}/email)` : `none: mails go to SMTP_URL`}`,
  )
  print(`  Shoppers npm run demo:shop -- orders 3`)
  print(`  Log      ${path.join(wishes.home, "store.log")}`)
  print(`READY ${shop.origin}/app`)
}

async function stop(reason) {
  if (isStopping) return
  isStopping = true
  if (reason) process.stderr.write(`\n${reason instanceof Trouble ? reason.message : reason.stack}\n`)
  else print("\nStopping …")
  for (const close of closers.reverse())
    await Promise.resolve(close()).catch((error) => process.stderr.write(`${error.message}\n`))
  process.exit(reason ? 1 : 0)
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop())
watchNpm(() => stop())
open().catch((error) => isStopping || stop(error))
