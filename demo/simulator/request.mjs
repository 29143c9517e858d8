import { Trouble } from "../../scripts/trouble.mjs"

/** Far more than a busy machine needs for one call; a store that is silent for longer has stopped. */
const PATIENCE_SECONDS = 180

/** One call to the store as JSON; an answer that is no success becomes an error that names call and answer. */
export async function request(origin, method, path, { token, key, body } = {}) {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key && { "x-publishable-api-key": key }),
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_SECONDS * 1000),
  }).catch((error) => {
    if (error.name !== "TimeoutError") throw error
    throw new Trouble(
      `${method} ${path}: the store has not answered for ${PATIENCE_SECONDS} s. Its log says what it was at; if the machine is busy, try again when it is less so.`,
    )
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`)
  // Some of Medusa's routes answer with the bare word "Created".
  return response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : {}
}
