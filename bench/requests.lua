-- wrk script: requests from a file, an address a line, behind a tab the validator that the client has.
-- Arguments: the file, and the line at which this round begins, so that no round asks what the one before has asked.
local threads = 0

function setup(thread)
   thread:set("id", threads)
   threads = threads + 1
end

function init(args)
   requests = {}
   for line in io.lines(args[1]) do
      local path, validator = line:match("^(%S+)\t?(%S*)")
      local headers = { ["Accept-Encoding"] = "gzip" }
      if validator ~= "" then headers["If-None-Match"] = validator end
      requests[#requests + 1] = wrk.format("GET", path, headers)
   end
   at = (tonumber(args[2]) + id * math.floor(#requests / 2)) % #requests
end

function request()
   at = at % #requests + 1
   return requests[at]
end

function done(summary, latency)
   local errors = summary.errors
   local failed = errors.connect + errors.read + errors.write + errors.timeout + errors.status
   io.write(string.format(
      '\nmeasured {"requests": %d, "microseconds": %d, "bytes": %d, "failed": %d, "p50": %d, "p95": %d}\n',
      summary.requests, summary.duration, summary.bytes, failed,
      latency:percentile(50), latency:percentile(95)
   ))
end
