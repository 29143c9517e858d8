import { cancel, capture, deliver, isUnshipped, openBackOffice, refund, requestReturn, ship } from "./back-office.mjs"
import {
  click,
  hasPixel,
  hasTrackedLinks,
  mailsIn,
  offersUnsubscribing,
  open,
  recipientsOf,
  unsubscribe,
} from "./inbox.mjs"
import { sendNewsletter } from "./newsletter.mjs"
import { forgetPassword, leaveCart, openStorefront, placeOrder, register } from "./storefront.mjs"

/** What can be asked for, each with the sentence of the help text. `run` gets what it needs and says what it did. */
export const ERRANDS = {
  orders: { help: "place N orders", run: (world) => often(world, async (front) => told(await placeOrder(front))) },
  carts: {
    help: "fill N carts and leave",
    run: (world) => often(world, async (front) => `${(await leaveCart(front)).person.email} left a cart`),
  },
  customers: {
    help: "register N customers",
    run: (world) => often(world, async (front) => `${(await register(front)).email} registered`),
  },
  passwords: {
    help: "register N customers who forget their password",
    run: (world) => often(world, async (front) => `${(await forgetPassword(front)).email} wants a new password`),
  },
  ship: {
    help: "ship the N newest open orders",
    run: (world) => onOrders(world, { only: isUnshipped, act: ship, verb: "shipped" }),
  },
  deliver: {
    help: "deliver the N newest orders",
    run: (world) => onOrders(world, { only: isUndelivered, act: deliver, verb: "delivered" }),
  },
  cancel: {
    help: "cancel the N newest open orders",
    run: (world) => onOrders(world, { only: isUnshipped, act: cancel, verb: "cancelled" }),
  },
  pay: {
    help: "capture the payment of the N newest orders",
    run: (world) => onOrders(world, { act: capture, verb: "paid" }),
  },
  refund: {
    help: "refund a tenth of the N newest orders",
    run: (world) => onOrders(world, { act: refund, verb: "partly refunded" }),
  },
  return: {
    help: "request a return for the N newest orders",
    run: (world) => onOrders(world, { act: requestReturn, verb: "to be returned" }),
  },
  newsletter: { help: "send a newsletter to everybody who subscribed", run: sendNewsletter },
  open: {
    help: "open the N newest tracked mails of the inbox, as people do",
    run: (world) => onMails(world, { only: hasPixel, act: open, verb: "opened" }),
  },
  click: {
    help: "click a link in the N newest tracked mails",
    run: (world) => onMails(world, { only: hasTrackedLinks, act: click, verb: "clicked, led to" }),
  },
  unsubscribe: {
    help: "unsubscribe by one click from the N newest mails that offer it",
    run: (world) => onMails(world, { only: offersUnsubscribing, act: unsubscribe, verb: "unsubscribed" }),
  },
}

async function often({ origin, count, say }, errand) {
  const storefront = await openStorefront(origin)
  for (let done = 0; done < count; done++) say(await errand(storefront))
}

async function onOrders({ origin, count, say }, { only = () => true, act, verb }) {
  const office = openBackOffice(await openStorefront(origin))
  const orders = (await office.latestOrders()).filter(only).slice(0, count)
  if (!orders.length) say("there is no such order: place some with `npm run demo:shop -- orders 3`")
  for (const order of orders) {
    await act(office, order)
    say(`order #${order.display_id} of ${order.email} ${verb}`)
  }
}

async function onMails({ inbox, count, say }, { only, act, verb }) {
  if (!inbox) throw new Error("There is no inbox to look into: the shop was started with SMTP_URL")
  const mails = (await mailsIn(inbox)).filter(only).slice(0, count)
  if (!mails.length) say("no such mail in the inbox: receipts are not tracked; try `npm run demo:shop -- newsletter`")
  // Side by side: each reader takes the time that people take.
  await Promise.all(
    mails.map(async (mail) => say(`${recipientsOf(mail)[0]}  "${mail.subject}"  ${[verb, await act(mail)].join(" ")}`)),
  )
}

function isUndelivered({ fulfillments }) {
  return !fulfillments?.length || fulfillments.some(({ delivered_at: at }) => !at)
}

function told({ person, order }) {
  return `${person.email} placed order #${order.display_id} for ${Number(order.total).toFixed(2)} ${order.currency_code.toUpperCase()}`
}
