export const LOGIN = { email: "owner@example.com", password: "correct-horse-battery" }

/** Of a stocked shop: the demo's simulator, which places its orders, knows this one. */
export const STOCKED_LOGIN = { email: "admin@example.com", password: "mailroom-demo" }
