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
    signal: AbortSignal.timeout(60_000),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`)
  // Some of Medusa's routes answer with the bare word "Created".
  return response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : {}
}
