require("./declare").declareIntegrationSpecs(0, 4)
