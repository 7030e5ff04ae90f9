"""fit: what stays within the page budget, then number → resolve references → collect.

It gets composing and laying out as arguments; it imports neither.
"""
