import { metricsText } from "../../../../runtime/metrics"
import { answer } from "../call"

/** For Prometheus, which logs in with a secret API key (docs/operations.md). */
export const GET = answer(async ({ mailroom, res }) => {
  const { type, text } = await metricsText(mailroom)
  res.setHeader("content-type", type)
  res.send(text)
})
