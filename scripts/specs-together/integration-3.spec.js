require("./declare").declareIntegrationSpecs(2, 4)
