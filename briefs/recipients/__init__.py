"""Lists of recipients, and the settings of `distribution.yaml`, as people write them."""
