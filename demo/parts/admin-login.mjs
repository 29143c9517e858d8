/** Printed at every start: a login for a shop that exists on this machine alone. */
export const ADMIN = { email: "admin@example.com", password: "mailroom-demo" }
