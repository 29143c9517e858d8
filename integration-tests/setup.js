// Medusa's logger reads its level when it is first imported.
process.env.LOG_LEVEL = process.env.LOG_LEVEL || "error"
process.env.MEDUSA_DISABLE_TELEMETRY = "true"
