require("./declare").declareIntegrationSpecs(3, 4)
