// Loaded before Medusa by `node -r`. The demo's starter holds the other end of this channel: when it is killed without a
// chance to say goodbye, the channel closes, and the store stops too instead of keeping its port for ever.
if (process.channel) {
  process.channel.unref()
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"))
}
