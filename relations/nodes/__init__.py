"""One site on several machines: any node may answer any request, and a part that is down is gone around.

reading: which database a request reads · router: Django asks it · health: which databases answer · trouble: which
errors mean that one does not · elsewhere: answer again from another · cache: Redis that may be away · probes and
readiness: what a balancer asks
"""
