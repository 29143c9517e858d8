require("./declare").declareIntegrationSpecs(1, 4)
