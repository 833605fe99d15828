"""Two nodes, one primary, one replica, Redis and nginx on this machine, with parts failing while readers read.

python -m bench.cluster: servers (postgres, parts, standing), readers who check every answer, staff who write,
phases, and the table.
"""
