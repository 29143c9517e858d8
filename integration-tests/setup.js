// Medusa's logger reads its level when it is first imported.
process.env.LOG_LEVEL = process.env.LOG_LEVEL || "error"
process.env.MEDUSA_DISABLE_TELEMETRY = "true"

// Medusa's test runner cuts every connection between two tests and knex says so each time: hundreds of lines that hide
// what a failing test has to say.
const { log } = console
console.log = (...words) => {
  if (!/^Connection Error: /.test(String(words[0]))) log(...words)
}
