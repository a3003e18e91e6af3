"""The pages stage: galleys and a layout become pages, items at fixed positions."""
