import { createServer as createPlain, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http"
import { createServer as createSecure } from "node:https"
import type { AddressInfo } from "node:net"

/** For tests alone: says that it is "localhost", is signed by itself and valid for a century. */
export const LOCAL_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg41YAppY/h6rlPIrP
1aNHARcn6yTNppnSDWvyCSPRtcShRANCAARTUPQsMjj55BKJVy2/EP6EzZHboPQl
mxwIwx21MjZSxRhvlavu8/HjuMGU1RHJe235GBHr6gYfn1M4MfBjGpum
-----END PRIVATE KEY-----
`
export const LOCAL_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUSIUmjQMkb+VOuUn8AI8FsryJEHowCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjA4NDcxNFoYDzIxMjYxMDI5
MDg0NzE0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARTUPQsMjj55BKJVy2/EP6EzZHboPQlmxwIwx21MjZSxRhvlavu8/Hj
uMGU1RHJe235GBHr6gYfn1M4MfBjGpumo28wbTAdBgNVHQ4EFgQUhkhpHiWsdopY
fFseD5cMIjMIr+gwHwYDVR0jBBgwFoAUhkhpHiWsdopYfFseD5cMIjMIr+gwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhAOgw6Qm9MRDYLMNGVU9V2K3eO2AfHO3wVZHcpxZdJgn1AiEA
yE0idXW76uDenz5+UzfHIjjjCpidxL+rysaFE0OcpWA=
-----END CERTIFICATE-----
`

export type Heard = { headers: IncomingMessage["headers"]; body: string }
export type Behaviour = (response: ServerResponse, heard: Heard, n: number) => void

/** Somebody else's server that hears webhooks and answers as it is told. */
export async function webhookServer(answer: Behaviour, { isPlain = false } = {}) {
  const heard: Heard[] = []
  const listener: RequestListener = (request, response) => {
    let body = ""
    request.on("data", (part) => (body += part))
    request.on("end", () => {
      heard.push({ headers: request.headers, body })
      answer(response, heard.at(-1)!, heard.length)
    })
  }
  const server = isPlain ? createPlain(listener) : createSecure({ key: LOCAL_KEY, cert: LOCAL_CERTIFICATE }, listener)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    heard,
    port,
    url: `${isPlain ? "http" : "https"}://localhost:${port}/hook`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
